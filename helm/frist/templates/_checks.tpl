{{/*
What a schema can't say: values that contradict each other. All of it is told at once.
*/}}
{{- define "frist.checks" -}}
{{- $wrong := list }}
{{- $kafka := .Values.kafka }}
{{- $sasl := include "frist.usesSasl" . }}
{{- $tls := include "frist.usesTls" . }}
{{- if and $sasl (not $kafka.sasl.existingSecret) (not (hasKey .Values.config "sasl.jaas.config")) }}
{{- $wrong = append $wrong (printf "kafka.sasl.existingSecret: needed for %s (or sasl.jaas.config as a reference in config)" $kafka.securityProtocol) }}
{{- end }}
{{- if and (not $sasl) $kafka.sasl.existingSecret }}
{{- $wrong = append $wrong (printf "kafka.sasl.existingSecret: not used with %s; set kafka.securityProtocol to SASL_SSL" $kafka.securityProtocol) }}
{{- end }}
{{- if and (not $tls) (or $kafka.tls.trust.existingSecret $kafka.tls.identity.existingSecret) }}
{{- $wrong = append $wrong (printf "kafka.tls: not used with %s; set kafka.securityProtocol to SSL or SASL_SSL" $kafka.securityProtocol) }}
{{- end }}
{{- range $name, $trust := dict "kafka.tls.trust" $kafka.tls.trust "registry.tls.trust" .Values.registry.tls.trust }}
{{- if and $trust.existingSecret (ne $trust.type "PEM") (not $trust.passwordKey) }}
{{- $wrong = append $wrong (printf "%s.passwordKey: needed for %s" $name $trust.type) }}
{{- end }}
{{- if and (eq $trust.type "PEM") $trust.passwordKey }}
{{- $wrong = append $wrong (printf "%s.passwordKey: PEM has no password" $name) }}
{{- end }}
{{- end }}
{{- if and .Values.registry.tls.trust.existingSecret (not (hasPrefix "https://" .Values.registry.url)) }}
{{- $wrong = append $wrong "registry.tls.trust: not used unless registry.url is https://" }}
{{- end }}
{{- if and .Values.policies.files .Values.policies.existingConfigMap }}
{{- $wrong = append $wrong "policies: either files or existingConfigMap, not both" }}
{{- end }}
{{- $managed := dict
  "bootstrap.servers" "kafka.bootstrapServers"
  "schema.registry.url" "registry.url"
  "application.id" "applicationId"
  "topic.prefix" "topics.prefix"
  "topics.partitions" "topics.partitions"
  "topics.replication.factor" "topics.replicationFactor"
  "topics.min.insync.replicas" "topics.minInsyncReplicas"
  "num.standby.replicas" "standbyReplicas"
  "num.stream.threads" "streamThreads"
  "state.dir" "nothing, it is the volume"
  "startup.timeout" "startupTimeoutSeconds"
  "close.timeout" "closeTimeoutSeconds, from which the termination grace follows"
  "management.host" "management.host"
  "management.port" "management.port"
  "management.token" "management.existingSecret"
  "security.protocol" "kafka.securityProtocol"
  "group.instance.id" "nothing, it is the pod's name"
  "secrets.paths" "extraSecrets"
  "secrets.env" "nothing, it is FRIST_SECRET_.*" }}
{{- range $name, $value := .Values.config }}
{{- if hasKey $managed $name }}
{{- $wrong = append $wrong (printf "config: %s is set by the chart; set %s" $name (get $managed $name)) }}
{{- end }}
{{- end }}
{{- $variables := list "FRIST_CONFIG" "FRIST_HOME" "FRIST_STACK_HOME" "FRIST_JAVA_OPTS" "FRIST_LOG_FORMAT" "FRIST_LOG_LEVEL" "FRIST_LOG_KAFKA" "FRIST_LOG_ROOT" "ROCKSDB_SHAREDLIB_DIR" }}
{{- range $name, $value := $managed }}
{{- $variables = append $variables (printf "FRIST_%s" ($name | upper | replace "." "_")) }}
{{- end }}
{{- range .Values.extraEnv }}
{{- if has .name $variables }}
{{- $wrong = append $wrong (printf "extraEnv: %s is set by the chart, or twice" .name) }}
{{- end }}
{{- $variables = append $variables .name }}
{{- end }}
{{- $folders := list "management" "kafka-sasl" "kafka-trust" "kafka-identity" "registry-auth" "registry-trust" }}
{{- range .Values.extraSecrets }}
{{- if has .name $folders }}
{{- $wrong = append $wrong (printf "extraSecrets: the name %s is taken" .name) }}
{{- end }}
{{- $folders = append $folders .name }}
{{- end }}
{{- with .Values.autoscaling }}
{{- if .enabled }}
{{- if gt (int64 .minReplicas) (int64 .maxReplicas) }}
{{- $wrong = append $wrong (printf "autoscaling.minReplicas: %d is more than maxReplicas, %d" (int64 .minReplicas) (int64 .maxReplicas)) }}
{{- end }}
{{- if and (eq .kind "KEDA") (ne $kafka.securityProtocol "PLAINTEXT") (not .keda.authenticationRef) }}
{{- $wrong = append $wrong (printf "autoscaling.keda.authenticationRef: needed for %s" $kafka.securityProtocol) }}
{{- end }}
{{- if and (eq .kind "HPA") (not .hpa.metricName) }}
{{- $wrong = append $wrong "autoscaling.hpa.metricName: needed for HPA" }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.monitoring.podMonitor.enabled .Values.monitoring.serviceMonitor.enabled }}
{{- $wrong = append $wrong "monitoring: either podMonitor or serviceMonitor, or every pod is scraped twice" }}
{{- end }}
{{- if $wrong }}
{{- fail (printf "\n\nThese values can't be used:\n- %s\n" (join "\n- " $wrong)) }}
{{- end }}
{{- end }}
