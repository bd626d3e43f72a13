package org.yizhan.hub.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.notice.MatterConcerns.Unanswered;
import org.yizhan.wire.MatterKind;

class MatterConcernsTest {
  private static List<String> keys(List<Unanswered> matters) {
    return MatterConcerns.of(Kiosk.REF, matters).concerns().stream()
        .map(concern -> concern.notice().key().value().replace(Kiosk.REF.id().value(), "x"))
        .toList();
  }

  @Test
  void somebody_locked_out_is_urgent_and_one_at_a_time() {
    var look =
        MatterConcerns.of(
            Kiosk.REF,
            List.of(
                new Unanswered(4, MatterKind.LOCKED_OUT, false),
                new Unanswered(5, MatterKind.LOCKED_OUT, false)));

    assertThat(look.concerns()).hasSize(1);
    assertThat(look.concerns().getFirst().notice().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(look.concerns().getFirst().notice().link()).endsWith("/4");
  }

  @Test
  void a_flood_of_reports_is_no_flood_of_messages() {
    List<Unanswered> flood =
        IntStream.rangeClosed(1, 60)
            .mapToObj(number -> new Unanswered(number, MatterKind.DIRTY, false))
            .toList();

    assertThat(keys(flood)).hasSize(MatterConcerns.TOLD_MAX).first().isEqualTo("matter-raised:x:1");
  }

  @Test
  void a_reopened_matter_is_told_to_the_keeper_and_to_the_union() {
    assertThat(keys(List.of(new Unanswered(7, MatterKind.BROKEN, true))))
        .containsExactly("matter-raised:x:7", "matter-reopened:x:7");
    assertThat(Escalation.of(NoticeKind.MATTER_REOPENED).role(0)).contains(Audience.Role.UNION);
  }
}
