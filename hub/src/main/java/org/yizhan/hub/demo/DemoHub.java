package org.yizhan.hub.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yizhan.hub.command.HubCommandLine;
import org.yizhan.hub.duty.book.DutyBook;
import org.yizhan.hub.identity.PassOffice;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.orders.StoredOrders;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Role;
import org.yizhan.hub.people.Volunteer;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.rounds.ProofPhotos;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;
import org.yizhan.station.StationId;
import org.yizhan.wire.Order;

/** The demonstration's hub: a process of its own, and its database as the commands open it. */
final class DemoHub implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration INVITED_FOR = Duration.ofDays(7);
  private static final int PEOPLE_INVITED = 30;

  private final Path data;
  private final ChildProcess process;
  private final String url;
  private final HubDatabase database;
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final PassOffice passes;
  private final Volunteers volunteers;
  private final ProofPhotos photos;

  private DemoHub(Path data, ChildProcess process, String url) {
    this.data = data;
    this.process = process;
    this.url = url;
    this.database = HubDatabase.open(data.resolve("hub.db"));
    this.passes = PassOffice.open(data.resolve("authority"), database, clock, random);
    this.volunteers = new Volunteers(database, clock);
    this.photos = new ProofPhotos(database, clock);
  }

  /**
   * Starts it; an earlier demonstration's hub keeps the ports its stations know.
   *
   * @param children where the process is noted before anything can go wrong
   */
  static DemoHub start(Programs programs, Path data, int webPort, List<ChildProcess> children) {
    Optional<HubSettings.Reachable> before = Optional.empty();
    if (Files.exists(data.resolve("hub.db"))) {
      try (HubDatabase database = HubDatabase.open(data.resolve("hub.db"))) {
        before = new HubSettings(database).reachable();
      }
    }
    ChildProcess process =
        ChildProcess.start(
            "the hub",
            programs.hubAlone(
                data,
                webPort,
                before.map(HubSettings.Reachable::mqttPort).orElse(0),
                before.map(HubSettings.Reachable::enrolPort).orElse(0)),
            data.resolveSibling("hub.log"));
    children.add(process);
    JsonObject said = new JsonObject(process.awaitReady(READY_WITHIN));
    return new DemoHub(data, process, said.getString("web"));
  }

  String url() {
    return url;
  }

  /** A user who may see everything, with a password of this demonstration only. */
  String signIn(String user) {
    byte[] bits = new byte[12];
    random.nextBytes(bits);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    new Accounts(database, clock).put(new AccountName(user), Role.ADMIN, password);
    return password;
  }

  String token() {
    return new ApiTokens(database, clock).issue("demo", ApiTokens.Scope.READ);
  }

  /** A pass for the person at the terminal. */
  String pass() {
    return passes.issue(PassOffice.DAYS_USUAL).text();
  }

  /** A link that lets a person help at every station, with their phone. */
  String volunteerLink() {
    return url + "/join/" + invitation(PEOPLE_INVITED);
  }

  private String invitation(int uses) {
    return volunteers.invite(Volunteer.Kind.VOLUNTEER, List.of(), INVITED_FOR, uses);
  }

  /**
   * Lets simulated volunteers in; those of an earlier demonstration on these data go on.
   *
   * @param remembered a file for what their phones keep
   * @return the cookies of their phones
   */
  List<String> simulatedPhones(Path remembered, List<String> nicknames) {
    try {
      if (!Files.exists(remembered)) {
        String invitation = invitation(nicknames.size());
        Files.write(
            remembered,
            nicknames.stream()
                .map(nickname -> volunteers.join(invitation, nickname).orElseThrow())
                .toList());
      }
      return Files.readAllLines(remembered);
    } catch (IOException e) {
      throw new DemoException(remembered + " cannot be written: " + e.getMessage(), e);
    }
  }

  Volunteers volunteers() {
    return volunteers;
  }

  /** Which things are lent. */
  LentThings lent() {
    return new LentThings(database, clock);
  }

  /** What a station lends, with who borrowed it in the past days. */
  void lendThings(StationId station, int pastDays) {
    SimulatedLoans.past(database, station, clock.instant(), pastDays, random);
  }

  DutyBook duty() {
    return new DutyBook(database, clock);
  }

  ProofPhotos photos() {
    return photos;
  }

  /** Passes that were good on every day of the past. */
  List<String> passesOfThePast(int count, int pastDays) {
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      texts.add(passes.issueSince(Duration.ofDays(pastDays + 1L), PassOffice.DAYS_USUAL).text());
    }
    return texts;
  }

  /** What the hub would tell this station first: the past was lived with that known. */
  List<Order.Desired> firstOrders(StationId station) {
    try (StoredOrders orders = new StoredOrders(database, clock)) {
      return orders.notYetApplied(station, Map.of());
    }
  }

  boolean knows(StationId station) {
    return run("station", "list").contains("\"" + station + "\"");
  }

  /** {@code hub station add}, the way an operator does. */
  void addStation(Path profile, Path bundle) {
    run("station", "add", "--profile", profile.toString(), "--bundle", bundle.toString());
  }

  private String run(String... command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--data", data.toString(), "--json"));
    int exit =
        HubCommandLine.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    if (exit != 0) {
      throw new DemoException("hub " + String.join(" ", command) + ": " + err);
    }
    return out.toString();
  }

  ChildProcess process() {
    return process;
  }

  @Override
  public void close() {
    database.close();
  }
}
