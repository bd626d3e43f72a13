package org.yizhan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningBundleCodecTest {
  private static final String TEXT = ProvisioningBundleCodec.write(BundleTexts.bundle());

  @Test
  void what_is_written_is_read_again() {
    assertThat(ProvisioningBundleCodec.read(TEXT))
        .isEqualTo(new BundleReading.Read(BundleTexts.bundle()));
  }

  @Test
  void fields_of_a_newer_hub_are_passed_over() {
    String newer = TEXT.replaceFirst("\\{", "{\"renewal\": {\"days\": [1, {\"x\": null}]},");

    assertThat(ProvisioningBundleCodec.read(newer)).isInstanceOf(BundleReading.Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub",
        "10.0.0.2",
        "hub.union.example",
        "xn--fiq228c.example",
        "::1",
        "fd00::12",
        "localhost"
      })
  void hosts_are_names_and_addresses(String host) {
    String text = TEXT.replace("\"hub.example.org\"", '"' + host + '"');

    assertThat(ProvisioningBundleCodec.read(text)).isInstanceOf(BundleReading.Read.class);
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          station | "qd-fridge-1" | "QD"
          station | "qd-fridge-1" | 7
          station | "station" | "stations"
          mqttHost | "hub.example.org" | ""
          mqttHost | "hub.example.org" | "hub.example.org:8883"
          mqttHost | "hub.example.org" | "hub..example"
          mqttHost | "hub.example.org" | "-hub"
          mqttHost | "hub.example.org" | "10.0.0.256"
          mqttHost | "hub.example.org" | "10.0.0"
          mqttHost | "hub.example.org" | ":::"
          mqttHost | "hub.example.org" | "fe80::1%eth0"
          mqttHost | "hub.example.org" | "a b"
          mqttHost | "hub.example.org" | null
          mqttPort | 8883 | 0
          mqttPort | 8883 | 65536
          mqttPort | 8883 | 99999999999999999999
          mqttPort | 8883 | 8883.5
          mqttPort | 8883 | "8883"
          mqttPort | "mqttPort" | "port"
          enrolUrl | https://hub | http://hub
          enrolUrl | https://hub | https://user:secret@hub
          enrolUrl | example.org:8443 | example.org:84430
          enrolUrl | example.org:8443 | example.org:8443/path
          enrolUrl | example.org:8443 | example.org:8443?x
          enrolUrl | https://hub | //hub
          enrolUrl | https://hub | https://hu b
          hubCaPem | BEGIN CERTIFICATE | BEGIN PRIVATE KEY
          hubCaPem | MIIB | MIIC
          token | Zk3xv0a | Zk3xv0
          token | Zk3xv0a | Zk3xv0!
          tokenExpires | 2026-11-23T08:00:00Z | tomorrow
          tokenExpires | 2026-11-23T08:00:00Z | 1970-01-01T00:00:00Z
          profileYaml | id: qd-fridge-1 | id: qd-fridge-2
          profileYaml | kind: fridge | kind: frigde
          token | "tokenExpires" | "token"
          """)
  void refuses_and_names_the_field(String field, String find, String replacement) {
    assertThat(TEXT).contains(find);

    BundleReading reading = ProvisioningBundleCodec.read(TEXT.replace(find, replacement));

    assertThat(reading)
        .isInstanceOfSatisfying(
            BundleReading.Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused).asString().contains(field).doesNotContain(BundleTexts.TOKEN);
            });
  }

  @Test
  void refuses_a_certificate_that_is_not_an_authority_s() {
    String text =
        TEXT.replace(
            BundleTexts.AUTHORITY.replace("\n", "\\n"), BundleTexts.LEAF.replace("\n", "\\n"));

    assertThat(ProvisioningBundleCodec.read(text))
        .isInstanceOfSatisfying(
            BundleReading.Refused.class,
            refused -> assertThat(refused.message()).contains("not of an authority"));
  }

  @Test
  void refuses_two_certificates() {
    String one = BundleTexts.AUTHORITY.replace("\n", "\\n");

    assertThat(ProvisioningBundleCodec.read(TEXT.replace(one, one + one)))
        .isInstanceOf(BundleReading.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "null", "[]", "{", "{}", "{}{}", "{\"a\":", "\u0000", "\uD800", "7", "{} x"
      })
  void nonsense_is_refused_and_never_thrown(String text) {
    assertThat(ProvisioningBundleCodec.read(text)).isInstanceOf(BundleReading.Refused.class);
  }

  @Test
  void size_and_depth_are_bounded() {
    String large = TEXT.replace("kind: fridge", "#" + "x".repeat(ProvisioningBundle.BYTES_MAX));
    String deep = "{\"new\":" + "[".repeat(50_000);

    assertThat(ProvisioningBundleCodec.read(large))
        .isEqualTo(new BundleReading.Refused("bundle", "is larger than 131072 bytes"));
    assertThat(ProvisioningBundleCodec.read(deep)).isInstanceOf(BundleReading.Refused.class);
  }

  @Test
  void random_damage_is_never_thrown() {
    long seed = 104_729;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

    for (int run = 0; run < 1_000; run++) {
      StringBuilder text = new StringBuilder(TEXT);
      for (int cuts = random.nextInt(1, 5); cuts > 0; cuts--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 0x180));
      }
      assertThatCode(() -> ProvisioningBundleCodec.read(text.toString()))
          .as("seed %s, run %s:%n%s", seed, run, text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_log_never_holds_the_token() {
    assertThat(BundleTexts.bundle()).asString().doesNotContain(BundleTexts.TOKEN);
  }
}
