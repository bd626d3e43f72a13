package org.yizhan.edge.uplink;

/** The station's connection to its hub. Everything here returns at once. */
public interface Uplink extends AutoCloseable {
  /** Begins to connect, and to connect again whenever the connection is lost. Call once. */
  void start();

  /** What presence says has changed: it is sent soon, at most once a minute. */
  void presenceChanged();

  UplinkStatus status();

  /** Says farewell if there is a connection, and ends. */
  @Override
  void close();
}
