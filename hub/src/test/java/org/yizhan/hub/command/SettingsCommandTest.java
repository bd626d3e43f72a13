package org.yizhan.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yizhan.hub.settings.HubSetting;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;

class SettingsCommandTest {
  @Test
  void an_epidemic_is_declared_by_a_command_as_well(@TempDir Path data) {
    Terminal terminal = Terminal.withHub(data);

    assertThat(terminal.hub("settings", "epidemic", "--json").json().getInteger("epidemic"))
        .isZero();
    assertThat(terminal.hub("settings", "epidemic", "1").exit()).isZero();
    assertThat(terminal.hub("settings", "epidemic", "2").exit()).isPositive();

    try (HubDatabase database = HubDatabase.open(new HubFolder(data).database())) {
      HubSettings settings = new HubSettings(database);
      assertThat(settings.read(HubSetting.EPIDEMIC)).isEqualTo(1);
      assertThat(settings.lastSet(HubSetting.EPIDEMIC).orElseThrow().by()).isEmpty();
      assertThat(settings.lastSet(HubSetting.EPIDEMIC).orElseThrow().at()).isAfter(Instant.EPOCH);
    }
  }
}
