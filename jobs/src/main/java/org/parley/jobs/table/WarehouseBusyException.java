package org.parley.jobs.table;

/** Another run writes the warehouse. The message says which one and what to do; try again later. */
public final class WarehouseBusyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  WarehouseBusyException(String message) {
    super(message);
  }
}
