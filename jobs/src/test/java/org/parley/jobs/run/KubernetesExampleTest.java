package org.parley.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifest in scripts/examples against the Spark operator's API v1beta2. */
final class KubernetesExampleTest {
  private static final Path MANIFEST = Path.of("../scripts/examples/spark-application.yaml");

  /** Takes no field that is not below, and no number or truth value for a text. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /** What the operator's custom resource definition has, as far as the example could use it. */
  record SparkApplication(
      String apiVersion, String kind, Map<String, String> metadata, SparkApplicationSpec spec) {}

  record SparkApplicationSpec(
      Type type,
      String sparkVersion,
      Mode mode,
      String image,
      String imagePullPolicy,
      List<String> imagePullSecrets,
      String mainClass,
      String mainApplicationFile,
      List<String> arguments,
      Map<String, String> sparkConf,
      Map<String, String> hadoopConf,
      String sparkConfigMap,
      String hadoopConfigMap,
      Pods driver,
      Executors executor,
      Dependencies deps,
      RestartPolicy restartPolicy,
      Map<String, String> nodeSelector,
      String memoryOverheadFactor,
      Long timeToLiveSeconds) {}

  record Pods(
      Integer cores,
      String coreRequest,
      String coreLimit,
      String memory,
      String memoryOverhead,
      String image,
      Map<String, String> labels,
      Map<String, String> annotations,
      String serviceAccount,
      String javaOptions) {}

  record Executors(
      Integer cores,
      String coreRequest,
      String coreLimit,
      Integer instances,
      String memory,
      String memoryOverhead,
      String image,
      Map<String, String> labels,
      Map<String, String> annotations,
      String serviceAccount,
      String javaOptions,
      Boolean deleteOnTermination) {}

  record Dependencies(
      List<String> jars,
      List<String> files,
      List<String> packages,
      List<String> excludePackages,
      List<String> repositories,
      List<String> archives) {}

  record RestartPolicy(
      Restart type,
      Integer onSubmissionFailureRetries,
      Integer onFailureRetries,
      Long onSubmissionFailureRetryInterval,
      Long onFailureRetryInterval) {}

  enum Type {
    Java,
    Scala,
    Python,
    R
  }

  enum Mode {
    cluster,
    client
  }

  enum Restart {
    Never,
    Always,
    OnFailure
  }

  @Test
  void theManifestFitsTheOperatorsTypes() throws IOException {
    var application = read(Files.readString(MANIFEST));

    assertThat(application.apiVersion()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(application.kind()).isEqualTo("SparkApplication");
    assertThat(application.metadata()).containsKey("name");
    var spec = application.spec();
    assertThat(spec.type()).isNotNull();
    assertThat(spec.sparkVersion()).isNotNull();
    assertThat(spec.mainApplicationFile()).isNotNull();
    assertThat(spec.driver().cores()).isPositive();
    assertThat(spec.executor().instances()).isPositive();
    assertThat(spec.restartPolicy().onFailureRetryInterval()).isPositive();
    assertThat(spec.restartPolicy().onSubmissionFailureRetryInterval()).isPositive();
  }

  @Test
  void aFieldThatTheOperatorDoesNotKnowIsFound() {
    assertThatThrownBy(() -> read("spec:\n  executors: 4\n"))
        .hasMessageContaining("Unrecognized field \"executors\"");
  }

  @Test
  void aNumberForATextIsFound() {
    assertThatThrownBy(() -> read("spec:\n  sparkConf:\n    spark.task.maxFailures: 8\n"))
        .hasMessageContaining("Cannot coerce");
  }

  private static SparkApplication read(String yaml) {
    Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return STRICT.convertValue(content, SparkApplication.class);
  }
}
