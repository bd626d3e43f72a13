package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.rounds.ProofPhotos;

/** Pictures that prove a round. */
class ProofPhotoTest extends WithShelf {
  @Test
  void a_picture_is_kept_small_and_without_what_the_camera_wrote_into_it() throws IOException {
    HubClient lin = joined("林");
    String round = key();
    String photo = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));

    HttpResponse<String> answer =
        lin.put("/s/kiosk-01/photos/" + photo + "?round=" + round, jpegWithExif());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    byte[] kept = hub.parts().shelves().photos().jpeg(photo).orElseThrow();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(picture.getWidth()).isEqualTo(1_280);
    assertThat(shelf(lin).getJsonObject("round").getInteger("photos")).isEqualTo(1);
  }

  @Test
  void what_is_no_picture_or_too_large_a_one_is_refused() {
    HubClient lin = joined("林");

    HttpResponse<String> noPicture =
        lin.put(
            "/s/kiosk-01/photos/" + key(), "GIF89a not at all".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> tooLarge =
        lin.put("/s/kiosk-01/photos/" + key(), new byte[9 * 1024 * 1024]);

    assertThat(noPicture.statusCode()).isEqualTo(400);
    assertThat(problem(noPicture)).startsWith("This is not a picture we can read");
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(problem(tooLarge)).isNotEmpty();
  }

  @Test
  void a_station_is_sent_only_so_many_pictures_a_day_and_old_ones_are_dropped() {
    ProofPhotos photos = hub.parts().shelves().photos();
    for (int i = 0; i < ProofPhotos.PER_STATION_AND_DAY_MAX; i++) {
      assertThat(photos.keep(proof())).isTrue();
    }

    assertThat(photos.keep(proof())).isFalse();

    clock.advance(Duration.ofDays(2));

    assertThat(photos.keep(proof())).isTrue();
    assertThat(photos.forget(clock.instant().minus(Duration.ofDays(1))))
        .isEqualTo(ProofPhotos.PER_STATION_AND_DAY_MAX);
  }

  @Test
  void a_picture_proves_no_round_of_somebody_else_nor_of_another_station() {
    HubClient lin = joined("林");
    HubClient wang = joined("王");
    String round = key();
    lin.postJson("/s/kiosk-01/claim", new JsonObject().put("round", round));
    String photo = key();

    wang.put("/s/kiosk-01/photos/" + photo + "?round=" + round, jpeg());
    lin.put("/s/kiosk-02/photos/" + key() + "?round=" + round, jpeg());
    wang.postJson(
        "/s/kiosk-02/entries",
        message(key(), entry("mask").put("found", 9)).put("round", round).put("done", true));
    lin.postJson(
        "/s/kiosk-02/entries",
        message(key(), entry("mask").put("found", 9)).put("round", round).put("done", true));

    assertThat(hub.parts().shelves().photos().find(photo)).isPresent();
    assertThat(shelf(lin).getJsonObject("round").getInteger("photos")).isZero();
  }

  private ProofPhotos.Proof proof() {
    return new ProofPhotos.Proof(
        key(), STATION, Optional.empty(), OptionalInt.empty(), true, new byte[] {1});
  }

  /** 3,000 by 1,500 pixels, with an APP1 segment as cameras write it. */
  private static byte[] jpegWithExif() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(3_000, 1_500, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] jpeg = plain.toByteArray();
    byte[] exif = "\0\u0010Exif\0\0MM-where.".getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream with = new ByteArrayOutputStream();
    with.write(jpeg, 0, 2);
    with.write(0xFF);
    with.write(0xE1);
    with.write(exif, 0, 16);
    with.write(jpeg, 2, jpeg.length - 2);
    return with.toByteArray();
  }
}
