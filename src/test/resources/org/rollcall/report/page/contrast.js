// The luminance of the page's background, then every text that WCAG's level AA finds too weak.
function channel(value) {
  value /= 255;
  return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
}
function luminance(color) {
  return 0.2126 * channel(color[0]) + 0.7152 * channel(color[1]) + 0.0722 * channel(color[2]);
}
function parsed(color) {
  return color.match(/[\d.]+/g).map(Number);
}
function background(element) {
  for (var each = element; each; each = each.parentElement) {
    var color = parsed(getComputedStyle(each).backgroundColor);
    if (color.length === 3 || color[3] > 0) {
      return color;
    }
  }
  return [255, 255, 255];
}
var told = [luminance(background(document.body))];
document.querySelectorAll("main *").forEach(function (element) {
  var text = Array.prototype.some.call(element.childNodes, function (node) {
    return node.nodeType === 3 && node.textContent.trim() !== "";
  });
  if (!text || element.closest("svg") || element.offsetParent === null) {
    return;
  }
  var fore = luminance(parsed(getComputedStyle(element).color));
  var back = luminance(background(element));
  var contrast = (Math.max(fore, back) + 0.05) / (Math.min(fore, back) + 0.05);
  if (contrast < 4.5) {
    told.push(element.tagName + "." + element.className + " " + contrast.toFixed(2) + ": " + element.textContent);
  }
});
return told;
