package org.parley.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlocsTest {
  @Test
  void holdersWhoAgreeStandTogether() {
    assertThat(
            Blocs.of(
                List.of(
                    agreement("gpe:a", "gpe:b", 3, 0),
                    agreement("gpe:b", "gpe:c", 2, 1),
                    agreement("gpe:d", "gpe:e", 1, 0),
                    agreement("gpe:a", "gpe:d", 0, 2))))
        .containsExactly(List.of("gpe:a", "gpe:b", "gpe:c"), List.of("gpe:d", "gpe:e"));
  }

  @Test
  void aThirdWhoDiffersFromOneMoreThanHeAgreesWithTheOtherStaysOut() {
    assertThat(
            Blocs.of(
                List.of(
                    agreement("gpe:a", "gpe:b", 3, 0),
                    agreement("gpe:b", "gpe:c", 1, 0),
                    agreement("gpe:a", "gpe:c", 0, 2))))
        .containsExactly(List.of("gpe:a", "gpe:b"));
  }

  @Test
  void holdersWhoOnlyDifferMakeNoBloc() {
    assertThat(Blocs.of(List.of(agreement("gpe:a", "gpe:b", 1, 1)))).isEmpty();
  }

  private static ReportData.Agreement agreement(String a, String b, long agree, long differ) {
    return new ReportData.Agreement(a, b, agree + differ, agree, differ);
  }
}
