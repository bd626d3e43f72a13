package org.yizhan.hub.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yizhan.hub.people.Account;
import org.yizhan.hub.people.AccountName;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub account …}: who may sign in, and which programs may read. */
final class AccountCommands {
  private AccountCommands() {}

  private static AccountName named(String typed) {
    return AccountName.of(typed)
        .orElseThrow(
            () ->
                new CommandException(
                    '"' + typed + "\" cannot be an account's name: 2 to 40 letters or figures"));
  }

  private static void answerLink(OpenHub hub, HubOptions options, AccountName name) {
    String token =
        hub.accounts()
            .passwordLink(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        "there is no account " + name + ": 'hub account list' names them"));
    String link = hub.settings().webAddress().orElse("") + "/link/" + token;
    options.answer(
        new JsonObject().put("account", name.value()).put("link", link),
        name + " chooses a password here, once, within a day: " + link);
  }

  /** {@code hub account add USER}. */
  @Command(name = "add")
  static final class Add implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "USER", descriptionKey = "user")
    private String user;

    @Option(names = "--role", descriptionKey = "role", defaultValue = "UNION_VIEWER")
    private Role role;

    @Override
    public void run() {
      AccountName name = named(user);
      if (role == Role.API_READER) {
        throw new CommandException("a program gets a token, not an account: hub account token");
      }
      try (OpenHub hub = options.open()) {
        if (!hub.accounts().add(name, role)) {
          throw new CommandException(
              "the account " + name + " is there already: 'hub account reset' gives a new link");
        }
        answerLink(hub, options, name);
      }
    }
  }

  /** {@code hub account reset USER}. */
  @Command(name = "reset")
  static final class Reset implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(paramLabel = "USER", descriptionKey = "user")
    private String user;

    @Override
    public void run() {
      AccountName name = named(user);
      try (OpenHub hub = options.open()) {
        answerLink(hub, options, name);
      }
    }
  }

  /** {@code hub account list}. */
  @Command(name = "list")
  static final class Listing implements Runnable {
    @Mixin private HubOptions options;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        List<Account> accounts = hub.accounts().all();
        JsonArray rows = new JsonArray();
        for (Account account : accounts) {
          rows.add(
              new JsonObject()
                  .put("name", account.name().value())
                  .put("role", account.role().name())
                  .put("usable", account.usable()));
          if (!options.json()) {
            options
                .out()
                .printf(
                    "%-40s %s%s%n",
                    account.name(),
                    account.role(),
                    account.usable() ? "" : " (no password chosen yet)");
          }
        }
        if (options.json()) {
          options.out().println(rows.encode());
        }
        options.out().flush();
      }
    }
  }

  /** {@code hub account token NAME}: for a program that reads the API. */
  @Command(name = "token")
  static final class Token implements Runnable {
    @Mixin private HubOptions options;

    @Parameters(
        paramLabel = "NAME",
        arity = "0..1",
        descriptionKey = "token-name",
        defaultValue = "command-line")
    private String name;

    @Override
    public void run() {
      try (OpenHub hub = options.open()) {
        String token = hub.apiTokens().issue(name, ApiTokens.Scope.READ);
        options.answer(
            new JsonObject().put("name", name).put("token", token),
            token + "\n  reads the API as \"" + name + "\"; it is not shown again.");
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new CommandException(String.valueOf(e.getMessage()), e);
      }
    }
  }
}
