package org.yizhan.hub.command;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.yizhan.hub.identity.Authority;
import org.yizhan.hub.identity.EnrolmentTokens;
import org.yizhan.hub.identity.PassOffice;
import org.yizhan.hub.identity.StationRegister;
import org.yizhan.hub.loans.LentThings;
import org.yizhan.hub.notify.NoticeQueue;
import org.yizhan.hub.notify.Subscriptions;
import org.yizhan.hub.orders.UnlockQueue;
import org.yizhan.hub.people.Accounts;
import org.yizhan.hub.people.ApiTokens;
import org.yizhan.hub.people.Volunteers;
import org.yizhan.hub.settings.HubSettings;
import org.yizhan.hub.store.sqlite.HubDatabase;

/** A hub's database as a command uses it, beside the hub itself or without it. */
record OpenHub(HubFolder folder, HubDatabase database, InstantSource clock, SecureRandom random)
    implements AutoCloseable {

  static OpenHub of(HubFolder folder) {
    if (!folder.holdsHub()) {
      throw new CommandException(
          "there is no hub in "
              + folder.path()
              + ": start it there once (yizhan hub --data "
              + folder.path()
              + "), or give --data the right folder");
    }
    return new OpenHub(
        folder, HubDatabase.open(folder.database()), InstantSource.system(), new SecureRandom());
  }

  StationRegister register() {
    return new StationRegister(database, clock);
  }

  EnrolmentTokens tokens() {
    return new EnrolmentTokens(database, clock, random);
  }

  Authority authority() {
    return Authority.open(folder.authority(), clock, random);
  }

  PassOffice passes() {
    return PassOffice.open(folder.authority(), database, clock, random);
  }

  HubSettings settings() {
    return new HubSettings(database);
  }

  UnlockQueue unlocks() {
    return new UnlockQueue(database, clock, random);
  }

  Subscriptions subscriptions() {
    return new Subscriptions(database, clock, random);
  }

  NoticeQueue notices() {
    return new NoticeQueue(database, clock);
  }

  Accounts accounts() {
    return new Accounts(database, clock);
  }

  Volunteers volunteers() {
    return new Volunteers(database, clock);
  }

  LentThings lent() {
    return new LentThings(database, clock);
  }

  ApiTokens apiTokens() {
    return new ApiTokens(database, clock);
  }

  @Override
  public void close() {
    database.close();
  }
}
