package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-03-05                            | 2024-03-05T00:00Z",
        "2024-03-05T14:07:09Z                  | 2024-03-05T14:07:09Z",
        "2024-03-05T14:07:09.123+0200          | 2024-03-05T14:07:09+02:00",
        "2024-03-05 14:07:09-05:00             | 2024-03-05T14:07:09-05:00",
        "2024/3/5 14:07                        | 2024-03-05T14:07Z",
        "20240305                              | 2024-03-05T00:00Z",
        "20240305T140709Z                      | 2024-03-05T14:07:09Z",
        "Tue, 05 Mar 2024 14:07:09 GMT         | 2024-03-05T14:07:09Z",
        "Tue Mar 05 14:07:09 EST 2024          | 2024-03-05T14:07:09-05:00",
        "March 5, 2024                         | 2024-03-05T00:00Z",
        "Mar. 5, 2024, 2:07 p.m. EST           | 2024-03-05T14:07-05:00",
        "Tuesday 5th March 2024 at 12:05 a.m.  | 2024-03-05T00:05Z",
        "July 5, 2024 2:07 PM ET               | 2024-07-05T14:07-04:00",
        "5 March 2024                          | 2024-03-05T00:00Z",
        "Published 11:05 PM EST Mar. 5, 2024   | 2024-03-05T23:05-05:00",
        "Updated: March 5, 2024                | 2024-03-05T00:00Z",
        "1709647629                            | 2024-03-05T14:07:09Z",
        "1709647629000                         | 2024-03-05T14:07:09Z",
      })
  void readsTheUsualForms(String date, String expected) {
    assertThat(PublishedDate.parse(date)).map(Object::toString).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2023-02-30",
        "2023-13-01",
        "0001-01-01",
        "9999-12-31",
        "2024-03-05T25:61:00Z",
        "March 2024",
        "12345678901234567890",
        "99999999999999",
        "N/A",
        "2024-03-05T14:07:09+99:00"
      })
  void leavesMissingAndImpossibleDatesOut(String date) {
    assertThat(PublishedDate.parse(date)).isEmpty();
  }

  @Test
  void hasNoDateForNull() {
    assertThat(PublishedDate.parse(null)).isEmpty();
  }
}
