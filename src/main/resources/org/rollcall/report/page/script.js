(function () {
  "use strict";

  var collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function value(row, column) {
    var cell = row.cells[column];
    return (cell.dataset.sort === undefined ? cell.textContent : cell.dataset.sort).trim();
  }

  function number(text) {
    return text === "" ? -Infinity : Number(text.replace(/[^0-9.\-]/g, ""));
  }

  function sortable(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (head.textContent.trim() === "" || head.classList.contains("unsorted")) {
        return;
      }
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) {
        button.appendChild(head.firstChild);
      }
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        var numbers = head.classList.contains("number");
        var body = table.tBodies[0];
        var rows = Array.prototype.slice.call(body.rows);
        rows.sort(function (one, other) {
          var order = numbers
            ? number(value(one, column)) - number(value(other, column)) || 0
            : collator.compare(value(one, column), value(other, column));
          return down ? -order : order;
        });
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        rows.forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  function searchable(tools) {
    var input = tools.querySelector("input");
    var count = tools.querySelector("output");
    var rows = Array.prototype.slice.call(document.getElementById(tools.dataset.table).tBodies[0].rows);
    var texts = null;
    function apply() {
      texts = texts || rows.map(function (row) { return plain(row.textContent); });
      var words = plain(input.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, i) {
        var found = words.every(function (word) { return texts[i].indexOf(word) >= 0; });
        row.hidden = !found;
        shown += found ? 1 : 0;
      });
      count.textContent = words.length === 0
        ? rows.length.toLocaleString("en") + (rows.length === 1 ? " row" : " rows")
        : shown.toLocaleString("en") + " of " + rows.length.toLocaleString("en") + " shown";
    }
    input.addEventListener("input", apply);
    input.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && input.value !== "") {
        input.value = "";
        apply();
      }
    });
    tools.hidden = false;
    apply();
  }

  document.querySelectorAll("table.data").forEach(sortable);
  document.querySelectorAll(".search").forEach(searchable);

  // A browser that cannot print what is folded up prints it unfolded.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (each) { each.open = true; });
  });
}());
