package org.yizhan.hub.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium, driven by chromedriver in the W3C WebDriver protocol and nothing else. Tests
 * that need one begin with {@link #open()}, which skips them with the reason and the remedy when it
 * is not installed.
 */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // WebDriver, 12.1

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final Path profile;
  private final boolean keepsProfile;
  private final String session;

  private Browser(
      Process driver, int port, Path profile, boolean keepsProfile, JsonArray arguments) {
    this.driver = driver;
    this.profile = profile;
    this.keepsProfile = keepsProfile;
    String root = "http://127.0.0.1:" + port;
    waitUntil("chromedriver listens", () -> isUp(root));
    JsonObject options =
        new JsonObject()
            .put(
                "binary",
                program("chromium")
                    .or(() -> program("google-chrome"))
                    .map(Path::toString)
                    .orElse(""))
            .put("args", arguments);
    JsonObject capabilities =
        new JsonObject()
            .put(
                "alwaysMatch",
                new JsonObject()
                    .put("browserName", "chrome")
                    .put("goog:chromeOptions", options)
                    .put("acceptInsecureCerts", true));
    JsonObject answer =
        call("POST", root + "/session", new JsonObject().put("capabilities", capabilities))
            .getJsonObject("value");
    this.session = root + "/session/" + answer.getString("sessionId");
  }

  private static JsonArray arguments(Path profile) {
    return new JsonArray(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--user-data-dir=" + profile));
  }

  /** Starts one, or skips the test that asked with the reason. */
  public static Browser open() {
    return start(Optional.empty(), List.of());
  }

  /**
   * The same with a folder for what a phone keeps when its browser is closed.
   *
   * @param more further arguments of Chromium
   */
  public static Browser openWith(Path profile, String... more) {
    return start(Optional.of(profile), List.of(more));
  }

  private static Browser start(Optional<Path> kept, List<String> more) {
    Optional<Path> driver = program("chromedriver");
    Optional<Path> chromium = program("chromium").or(() -> program("google-chrome"));
    Assumptions.assumeTrue(
        driver.isPresent() && chromium.isPresent(),
        "no Chromium with chromedriver on the PATH; install it: apt-get install chromium"
            + " chromium-driver");
    try {
      Path profile = kept.isPresent() ? kept.get() : Files.createTempDirectory("browser");
      JsonArray arguments = arguments(profile).copy();
      more.forEach(arguments::add);
      int port = freePort();
      Process process =
          new ProcessBuilder(driver.orElseThrow().toString(), "--port=" + port, "--silent")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return new Browser(process, port, profile, kept.isPresent(), arguments);
      } catch (RuntimeException e) {
        process.destroy();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("chromedriver did not start", e);
    }
  }

  private static Optional<Path> program(String name) {
    for (String folder : Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1)) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static int freePort() throws IOException {
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean isUp(String root) {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create(root + "/status"))
                      .timeout(Duration.ofSeconds(2))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for the browser", e);
  }

  private JsonObject call(String method, String address, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                method.equals("GET") || method.equals("DELETE")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.encode()))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonObject json = new JsonObject(answer.body());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            method + " " + address + ": " + json.getJsonObject("value").getString("message"));
      }
      return json;
    } catch (IOException e) {
      throw new UncheckedIOException("the browser does not answer", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private JsonObject post(String path, JsonObject body) {
    return call("POST", session + path, body);
  }

  /** Opens an address and waits until it is loaded. */
  public void open(String url) {
    post("/url", new JsonObject().put("url", url));
  }

  /** The address shown. */
  public String url() {
    return call("GET", session + "/url", new JsonObject()).getString("value");
  }

  /** Makes the page exactly so large, in CSS pixels, as a phone or a desk would. */
  public void size(int width, int height) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Pretends the person prefers dark or light colours. */
  public void dark(boolean dark) {
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("name", "prefers-color-scheme")
                        .put("value", dark ? "dark" : "light"))));
  }

  /** One command of the Chrome DevTools protocol. */
  public void devTools(String command, Map<String, Object> parameters) {
    post(
        "/goog/cdp/execute",
        new JsonObject().put("cmd", command).put("params", new JsonObject(parameters)));
  }

  /** Runs a script in the page; {@code return} gives the answer. */
  public Object script(String script) {
    return Optional.ofNullable(
            post(
                    "/execute/sync",
                    new JsonObject().put("script", script).put("args", new JsonArray()))
                .getValue("value"))
        .orElse("");
  }

  /** The visible text of the first element that fits; waits for one. */
  public String text(String css) {
    return call("GET", element(css) + "/text", new JsonObject()).getString("value");
  }

  /** Clicks the first element that fits; looks again when the page replaced it meanwhile. */
  public void click(String css) {
    try {
      call("POST", element(css) + "/click", new JsonObject());
    } catch (IllegalStateException e) {
      if (!String.valueOf(e.getMessage()).contains("stale element")) {
        throw e;
      }
      click(css);
    }
  }

  public void type(String css, String text) {
    call("POST", element(css) + "/value", new JsonObject().put("text", text));
  }

  private String element(String css) {
    waitFor(css);
    JsonObject found =
        post("/element", new JsonObject().put("using", "css selector").put("value", css));
    return session + "/element/" + found.getJsonObject("value").getString(ELEMENT);
  }

  /** Waits until an element is there. */
  public void waitFor(String css) {
    waitUntil(
        "the page has " + css,
        () ->
            !post("/elements", new JsonObject().put("using", "css selector").put("value", css))
                .getJsonArray("value")
                .isEmpty());
  }

  /** Waits until the first element that fits shows a text with this in it. */
  public void waitForText(String css, String part) {
    waitUntil(
        css + " shows “" + part + "”",
        () ->
            String.valueOf(
                    script(
                        "return document.querySelector("
                            + new JsonArray().add(css).encode().replaceAll("^\\[|\\]$", "")
                            + ")?.innerText ?? ''"))
                .contains(part));
  }

  /** Waits until it is so, as long as anybody would. */
  static void waitUntil(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain until " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** The whole page as a PNG file. */
  public void screenshot(Path file) {
    try {
      Object shot =
          post(
                  "/goog/cdp/execute",
                  new JsonObject()
                      .put("cmd", "Page.captureScreenshot")
                      .put("params", new JsonObject().put("captureBeyondViewport", false)))
              .getJsonObject("value")
              .getValue("data");
      Files.write(file, Base64.getDecoder().decode(String.valueOf(shot)));
    } catch (IOException e) {
      throw new UncheckedIOException("the screenshot could not be written to " + file, e);
    }
  }

  /** Errors and refusals of the content security policy since the last call. */
  public List<String> complaints() {
    JsonArray log = post("/se/log", new JsonObject().put("type", "browser")).getJsonArray("value");
    return log.stream()
        .map(JsonObject.class::cast)
        .filter(entry -> "SEVERE".equals(entry.getString("level")))
        .map(entry -> entry.getString("message"))
        .toList();
  }

  @Override
  public void close() {
    try {
      call("DELETE", session, new JsonObject());
    } catch (RuntimeException e) {
      driver.destroyForcibly(); // it is gone or hangs; nothing more can be asked of it
    }
    driver.destroy();
    driver
        .onExit()
        .orTimeout(5, TimeUnit.SECONDS)
        .exceptionally(_ -> driver.destroyForcibly())
        .join();
    if (!keepsProfile) {
      deleteProfile();
    }
  }

  private void deleteProfile() {
    try (var files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      profile.toFile().deleteOnExit(); // Chromium may still be writing its last words
    }
  }
}
