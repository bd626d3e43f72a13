package org.yizhan.hub.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yizhan.hub.command.Folders;
import org.yizhan.hub.command.QrPicture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code yizhan demo}: a hub and simulated stations on this computer, until Ctrl-C. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "在本机启动一个中枢和若干模拟驿站，Ctrl-C 结束。",
      "Starts a hub and simulated stations on this computer; Ctrl-C ends them."
    })
public final class Demo implements Callable<Integer> {
  private static final int STATIONS_MAX = 50;
  private static final int DAYS_MAX = 60;
  private static final long DURATION_SECONDS_MAX = 365L * 86_400;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "网页端口，0 为任意空闲端口 / port of the pages, 0 for any free one (${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--stations",
      paramLabel = "N",
      defaultValue = "3",
      description = "驿站数量 / how many stations, 1 to 50 (${DEFAULT-VALUE})")
  private int stations;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "14",
      description = "先经历过去多少天 / how many past days are lived first, 0 to 60 (${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据保留在此文件夹 / keep the data in this folder; else it is removed at the end")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "就绪后运行多少秒 / end by itself so many seconds after it is ready")
  private Optional<Long> duration = Optional.empty();

  @Option(names = "--json", description = "就绪后输出一行 JSON / say in one line of JSON when it is ready")
  private boolean json;

  private Demo() {}

  /** Runs it; exit code 0 when it was stopped as planned. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Demo()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (stations < 1
        || stations > STATIONS_MAX
        || days < 0
        || days > DAYS_MAX
        || port < 0
        || port > 65_535
        || duration.orElse(0L) < 0
        || duration.orElse(0L) > DURATION_SECONDS_MAX) {
      err.println(
          "demo: 超出范围 out of range: --stations 1–50, --days 0–60, --port 0–65535, --duration"
              + " 0–31536000");
      return CommandLine.ExitCode.USAGE;
    }
    Programs programs;
    try {
      programs = Programs.ofLauncher();
      data.ifPresent(Demo::requireOursOrEmpty);
    } catch (DemoException e) {
      err.println("demo: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    Path folder =
        data.isPresent()
            ? data.get().toAbsolutePath().normalize()
            : Files.createTempDirectory("yizhan-demo-");
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  awaitQuietly(gone);
                },
                "stop"));
    try {
      return run(programs, folder, stop);
    } finally {
      try {
        if (data.isEmpty()) {
          Folders.deleteTree(folder);
        }
      } finally {
        gone.countDown();
      }
    }
  }

  private int run(Programs programs, Path folder, CountDownLatch stop) {
    PrintWriter err = spec.commandLine().getErr();
    try (DemoRun demo = new DemoRun(programs, folder, line -> err.println(line))) {
      Thread main = Thread.currentThread();
      Thread.ofVirtual().start(() -> interruptWhenStopped(stop, main));
      announce(demo.start(port, stations, days), programs);
      long deadline =
          System.nanoTime()
              + Duration.ofSeconds(duration.orElse(100 * DURATION_SECONDS_MAX)).toNanos();
      while (System.nanoTime() < deadline && !stop.await(500, TimeUnit.MILLISECONDS)) {
        demo.requireAllAlive();
      }
      return CommandLine.ExitCode.OK;
    } catch (DemoException e) {
      if (stop.getCount() == 0) {
        return CommandLine.ExitCode.OK;
      }
      err.println("demo: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException e) {
      return CommandLine.ExitCode.OK;
    }
  }

  /** Ctrl-C while the demonstration is still starting must not wait for that. */
  private static void interruptWhenStopped(CountDownLatch stop, Thread main) {
    awaitQuietly(stop);
    main.interrupt();
  }

  private static void requireOursOrEmpty(Path folder) {
    if (!Files.exists(folder) || Files.exists(folder.resolve("hub/hub.db"))) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new DemoException(
            folder + " is not empty and no earlier demonstration: give another --data");
      }
    } catch (IOException e) {
      throw new DemoException(folder + " cannot be read: give another --data", e);
    }
  }

  private void announce(DemoRun.Ready ready, Programs programs) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonArray list = new JsonArray();
      for (DemoStation station : ready.stations()) {
        list.add(
            new JsonObject()
                .put("id", station.id().value())
                .put("data", station.data().toString()));
      }
      out.println(
          new JsonObject()
              .put("url", ready.url())
              .put("token", ready.token())
              .put("user", ready.user())
              .put("password", ready.password())
              .put("stations", list)
              .put("pass", ready.pass())
              .put("volunteerLink", ready.volunteerLink())
              .encode());
    } else {
      out.println(QrPicture.of(ready.pass()).terminal());
      out.println("网页 pages      " + ready.url());
      out.println("登录 sign-in    " + ready.user() + " / " + ready.password());
      out.println("物资 supplies   " + ready.url() + "/supplies");
      out.println("志愿者 helper   " + ready.volunteerLink());
      out.println("通行码 pass     " + ready.pass());
      out.println("刷一次码 scan it:");
      out.println(
          "  "
              + launcher(programs)
              + " station scan --data "
              + ready.stations().getFirst().data()
              + " '"
              + ready.pass()
              + "'");
      out.println(
          data.map(folder -> "Ctrl-C 结束 ends it; 数据留在 the data stay in " + folder)
              .orElse("Ctrl-C 结束，不留痕迹 ends it and leaves nothing"));
    }
    out.flush();
  }

  private static String launcher(Programs programs) {
    Path here = Path.of("").toAbsolutePath();
    return here.equals(programs.root()) ? "./yizhan" : programs.root().resolve("yizhan").toString();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
