package org.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.package$;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The Kubernetes example says what the operator's API v1beta2 knows (the fields of its
 * SparkApplicationSpec, DriverSpec, ExecutorSpec and RestartPolicy) and what Parley is.
 */
class ManifestTest {
  private Map<String, Object> manifest;
  private Map<String, Object> spec;

  @BeforeEach
  void read() throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    manifest =
        new Yaml(new SafeConstructor(options))
            .load(Files.readString(Path.of("../scripts/examples/spark-application.yaml")));
    spec = map(manifest, "spec");
  }

  @Test
  void theManifestHasTheFieldsOfTheApiAndNoOthers() {
    assertThat(manifest).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
    assertThat(manifest)
        .containsEntry("apiVersion", "sparkoperator.k8s.io/v1beta2")
        .containsEntry("kind", "SparkApplication");
    assertThat(spec.keySet())
        .contains("type", "sparkVersion", "driver", "executor")
        .isSubsetOf(
            "type",
            "mode",
            "sparkVersion",
            "image",
            "imagePullPolicy",
            "mainClass",
            "mainApplicationFile",
            "arguments",
            "deps",
            "sparkConf",
            "hadoopConf",
            "restartPolicy",
            "timeToLiveSeconds",
            "driver",
            "executor");
    assertThat(spec.get("type")).isIn("Java", "Scala", "Python", "R");
    assertThat(spec.get("mode")).isIn("cluster", "client");
    assertThat(map(spec, "driver").keySet()).isSubsetOf("cores", "memory", "serviceAccount");
    assertThat(map(spec, "executor").keySet()).isSubsetOf("cores", "memory", "instances");
    assertThat(map(spec, "restartPolicy"))
        .containsEntry("type", "OnFailure")
        .containsOnlyKeys(
            "type",
            "onFailureRetries",
            "onFailureRetryInterval",
            "onSubmissionFailureRetries",
            "onSubmissionFailureRetryInterval");
    assertThat(map(spec, "sparkConf").values()).allMatch(String.class::isInstance);
  }

  @Test
  void theManifestStartsThisParleyOnThisSpark() {
    assertThat(spec)
        .containsEntry("mainClass", Parley.class.getName())
        .containsEntry("sparkVersion", package$.MODULE$.SPARK_VERSION());
    assertThat((List<?>) spec.get("arguments")).hasSize(5).first().isEqualTo("run");
  }

  @Test
  void theHelpNamesTheExitCodes() {
    assertThat(Parley.commandLine().getUsageMessage())
        .containsPattern("75 +another run writes the warehouse");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> in, String key) {
    return (Map<String, Object>) in.get(key);
  }
}
