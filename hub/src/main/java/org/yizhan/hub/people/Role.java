package org.yizhan.hub.people;

/** What somebody may do. */
public enum Role {
  /** Sees everything and decides who else may sign in. */
  ADMIN,
  /** Sees everything, changes only their own password. */
  UNION_VIEWER,
  /** A program: may read the API, never sign in. */
  API_READER
}
