package org.parley.jobs.ingest;

/**
 * Cuts JSON objects out of an array or a sequence: an object ends with the brace that closes it.
 * What stands between objects (brackets of the outer array, commas, white space) belongs to none.
 */
final class JsonValueBoundary implements ByteRecords.Boundary {
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean inside;

  @Override
  public boolean endsAt(int b) {
    if (depth == 0) {
      inside = b > ' ' && b != ',' && b != '[' && b != ']';
      depth = b == '{' ? 1 : 0;
      inString = false;
      return false;
    }
    inside = true;
    if (inString) {
      inString = escaped || b != '"';
      escaped = !escaped && b == '\\';
      return false;
    }
    switch (b) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {}
    }
    return depth == 0;
  }

  @Override
  public boolean keeps(int b) {
    return inside;
  }
}
