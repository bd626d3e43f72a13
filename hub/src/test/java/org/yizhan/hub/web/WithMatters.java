package org.yizhan.hub.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.yizhan.station.StationId;
import org.yizhan.wire.MatterId;

/** Stations with a microwave and a lock, a stranger before them, and forms with pictures. */
class WithMatters extends WithShelf {
  private static final Pattern MATTER = Pattern.compile("name=\"matter\" value=\"([0-9a-f]{32})\"");

  @BeforeEach
  final void furnish() {
    for (StationId id : new StationId[] {STATION, OTHER}) {
      database.change(
          handle ->
              handle.execute(
                  "UPDATE station SET profile_yaml = profile_yaml || ? WHERE id = ?",
                  "offers: [microwave, wifi]\n",
                  id.value()));
    }
    phone.cookies().put("lang", "en");
  }

  /** Opens the form, fills it in and sends it. */
  static HttpResponse<String> tell(
      HubClient client, StationId station, String kind, Map<String, String> fields, byte... photo) {
    String page = client.get("/m/at/" + station + "/tell?kind=" + kind).body();
    Matcher id = MATTER.matcher(page);
    if (!id.find()) {
      throw new AssertionError("no form: " + page);
    }
    Map<String, String> all = new TreeMap<>(fields);
    all.putIfAbsent("matter", id.group(1));
    all.put("kind", kind);
    all.put("form-token", client.token("/m/at/" + station + "/tell?kind=" + kind));
    return sendForm(client, "/m/at/" + station, all, photo);
  }

  static HttpResponse<String> answer(
      HubClient client, String page, String step, String words, byte... photo) {
    return sendForm(
        client,
        page,
        Map.of("form-token", client.token(page), "step", step, "words", words),
        photo);
  }

  static HttpResponse<String> sendForm(
      HubClient client, String path, Map<String, String> fields, byte... photo) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                ("--cut\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\""
                + (photo.length == 0 ? "" : "a.jpg")
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(photo);
    body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return client.postBytes(path, body.toByteArray(), "multipart/form-data; boundary=cut");
  }

  static String link(HttpResponse<String> told) {
    return told.headers().firstValue("Location").orElse("").replaceAll("\\?.*", "");
  }

  static MatterId id(HttpResponse<String> told) {
    return new MatterId(link(told).substring("/m/".length()));
  }
}
