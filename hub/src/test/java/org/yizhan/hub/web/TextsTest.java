package org.yizhan.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yizhan.hub.web.view.Language;
import org.yizhan.hub.web.view.Texts;

class TextsTest extends WithHub {
  private static final Texts ZH = Texts.of(Language.ZH);
  private static final Texts EN = Texts.of(Language.EN);
  private static final Path TEMPLATES =
      Path.of(System.getProperty("yizhan.root", "..")).resolve("hub/src/main/jte");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/stations/liaocheng-01",
          "/stations/liaocheng-02",
          "/stations/xuhui-24h",
          "/stations/yiling-riders",
          "/usage",
          "/usage?station=yiling-riders",
          "/silent",
          "/supplies",
          "/supplies/plan",
          "/supplies/lots",
          "/supplies/catalogue",
          "/keep",
          "/notices",
          "/loans",
          "/matters",
          "/m/at/liaocheng-01",
          "/m/at/liaocheng-01/tell?kind=found",
          "/m/at/liaocheng-01/found",
          "/account",
          "/nothing-here");

  @BeforeEach
  void signIn() {
    hub.withAccount();
    client.signIn();
  }

  @Test
  void both_languages_have_the_same_messages_with_the_same_arguments() {
    assertThat(new TreeSet<>(ZH.keys())).isEqualTo(new TreeSet<>(EN.keys()));
    for (String key : ZH.keys()) {
      if (!key.startsWith("time.pattern")) {
        assertThat(arguments(ZH, key)).as(key).isEqualTo(arguments(EN, key));
      }
    }
  }

  private static Set<String> arguments(Texts texts, String key) {
    String message = texts.say(key);
    assertThat(message)
        .as(key + ": MessageFormat takes a straight quote for its own")
        .doesNotContain("'");
    assertThat(new MessageFormat(message).getFormats().length).isLessThan(12);
    TreeSet<String> found = new TreeSet<>();
    Matcher argument = Pattern.compile("\\{(\\d)").matcher(message);
    while (argument.find()) {
      found.add(argument.group(1));
    }
    return found;
  }

  @Test
  void templates_hold_no_words_of_their_own() {
    TreeMap<String, String> words = new TreeMap<>();
    for (Path file : templates()) {
      String text =
          read(file)
              .replaceAll("(?s)<svg.*?</svg>", " ")
              .replaceAll("(?m)^\\s*(@import|@param|!\\{).*$", " ")
              .replaceAll("@template\\.[a-z]+\\([^\\n]*", " ")
              .replaceAll(
                  "@(if|elseif|for)\\((?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)",
                  " ")
              .replaceAll("@(else|endif|endfor)", " ")
              .replaceAll("\\$\\{[^}]*}", " ")
              .replaceAll("(?s)<code>.*?</code>", " ")
              .replaceAll("(?s)<[^>]*>", " ");
      Matcher word = Pattern.compile("[\\p{L}]{2,}").matcher(text);
      if (word.find()) {
        words.put(file.getFileName().toString(), word.group());
      }
    }
    assertThat(words).isEmpty();
    assertThat(templates()).hasSizeGreaterThan(10);
  }

  private static List<Path> templates() {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_english_page_has_no_chinese_but_the_way_to_it() {
    for (String page : PAGES) {
      String body = client.get(page + (page.contains("?") ? "&" : "?") + "lang=en").body();
      assertThat(body).as(page).contains("<html lang=\"en\">");
      assertThat(body.replace("中文", "")).as(page).doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void a_chinese_page_has_no_english_but_the_way_to_it() {
    for (String page : PAGES) {
      String body = client.get(page + (page.contains("?") ? "&" : "?") + "lang=zh").body();
      String text =
          body.replaceAll("(?s)<(script|style|svg|code)\\b.*?</\\1>", " ")
              .replaceAll("(?s)<[^>]*>", " ");
      assertThat(body).as(page).contains("<html lang=\"zh-CN\">");
      assertThat(
              text.replace("English", "")
                  .replace("CSV", "")
                  .replace("PDF", "")
                  .replace("JPEG", "")
                  .replace("PNG", "")
                  .replace("GMT", "")
                  .replace(TestHub.NAME, ""))
          .as(page)
          .doesNotContainPattern("[A-Za-z]{3,}");
    }
  }

  @Test
  void speaks_the_language_chosen_or_the_browsers_own() {
    HubClient stranger = new HubClient(hub);
    assertThat(stranger.get("/sign-in", "Accept-Language", "fr, en;q=0.8, zh;q=0.5").body())
        .contains("lang=\"en\"");
    assertThat(stranger.get("/sign-in", "Accept-Language", ";;;nonsense").body())
        .contains("<html lang=\"zh-CN\"");
    assertThat(stranger.get("/sign-in").body()).contains("<html lang=\"zh-CN\"");
    stranger.get("/sign-in?lang=en");
    assertThat(stranger.get("/sign-in", "Accept-Language", "zh").body())
        .contains("<html lang=\"en\"");
  }

  @Test
  void counts_in_the_languages_own_way() {
    assertThat(EN.say("fact.person-entered", 1)).isEqualTo("1 person came in");
    assertThat(EN.say("fact.person-entered", 3)).isEqualTo("3 people came in");
    assertThat(EN.say("overview.silent", 1)).startsWith("1 station is");
    assertThat(ZH.say("fact.person-entered", 3)).isEqualTo("3 人进来");
    assertThat(EN.number(1_234_567)).isEqualTo("1,234,567");
  }
}
