package org.rollcall.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request written by hand, since the JDK's client sets some headers (Host) only by its own mind. */
public record WireRequest(String method, String path, Map<String, String> headers, String body) {

    /** What came back; the names of the headers are in small letters. */
    public record WireAnswer(int status, Map<String, String> headers, String body) {
        /** A header, empty for none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** A form for the web services. */
    public static WireRequest form(Map<String, String> fields) {
        return new WireRequest(
                "POST",
                "/webservice/rest/server.php",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                ContractVector.encode(fields));
    }

    WireAnswer send(URI site) throws IOException {
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putIfAbsent("Host", site.getAuthority());
            all.put("Connection", "close");
            all.put("Content-Length", Integer.toString(bytes.length));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, String> header : all.entrySet()) {
                out.write((header.getKey() + ": " + header.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.writeTo(socket.getOutputStream());
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static WireAnswer parse(String answer) {
        int blank = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, blank).split("\r\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).trim());
        }
        return new WireAnswer(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, answer.substring(blank + 4));
    }
}
