{{/* A value of a Java properties file. Helm reads whole numbers of values as floating-point ones. */}}
{{- define "frist.propertyValue" -}}
{{- $text := toString . }}
{{- if and (kindIs "float64" .) (eq (floor .) .) }}
{{- $text = printf "%.0f" . }}
{{- end }}
{{- $text | replace "\\" "\\\\" | replace "\n" "\\n" }}
{{- end }}

{{/* Whether the brokers want TLS or a login: "true" or nothing. */}}
{{- define "frist.usesTls" -}}
{{- if hasSuffix "SSL" .Values.kafka.securityProtocol }}true{{ end }}
{{- end }}

{{- define "frist.usesSasl" -}}
{{- if hasPrefix "SASL" .Values.kafka.securityProtocol }}true{{ end }}
{{- end }}

{{/* A truststore's settings. (dict "prefix" PREFIX "folder" NAME "trust" VALUES) */}}
{{- define "frist.truststore" -}}
{{ .prefix }}ssl.truststore.type={{ .trust.type }}
{{ .prefix }}ssl.truststore.location=/run/secrets/frist/{{ .folder }}/{{ .trust.key }}
{{- if .trust.passwordKey }}
{{ .prefix }}ssl.truststore.password=${dir:/run/secrets/frist/{{ .folder }}:{{ .trust.passwordKey }}}
{{- end }}
{{- end }}

{{/* The settings file. Secrets are references, which the program resolves. */}}
{{- define "frist.settings" -}}
bootstrap.servers={{ required "kafka.bootstrapServers is required: the brokers to ask first, as host:port, comma-separated" .Values.kafka.bootstrapServers }}
schema.registry.url={{ required "registry.url is required: the schema registry, as http://host:port or https://host:port" .Values.registry.url }}
application.id={{ .Values.applicationId }}
topic.prefix={{ .Values.topics.prefix }}
topics.partitions={{ int64 .Values.topics.partitions }}
topics.replication.factor={{ int64 .Values.topics.replicationFactor }}
topics.min.insync.replicas={{ int64 .Values.topics.minInsyncReplicas }}
num.standby.replicas={{ int64 .Values.standbyReplicas }}
num.stream.threads={{ int64 .Values.streamThreads }}
state.dir=/var/lib/frist
startup.timeout=PT{{ int64 .Values.startupTimeoutSeconds }}S
close.timeout=PT{{ int64 .Values.closeTimeoutSeconds }}S
management.host={{ .Values.management.host }}
management.port={{ int64 .Values.management.port }}
{{- if .Values.management.existingSecret }}
management.token=${dir:/run/secrets/frist/management:{{ .Values.management.tokenKey }}}
{{- end }}
secrets.paths=/run/secrets/frist
secrets.env=FRIST_SECRET_.*
security.protocol={{ .Values.kafka.securityProtocol }}
{{- with .Values.kafka.sasl }}
{{- if .existingSecret }}
sasl.mechanism={{ .mechanism }}
{{- if .jaasConfigKey }}
sasl.jaas.config=${dir:/run/secrets/frist/kafka-sasl:{{ .jaasConfigKey }}}
{{- else }}
{{- $module := ternary "plain.PlainLoginModule" "scram.ScramLoginModule" (eq .mechanism "PLAIN") }}
sasl.jaas.config=org.apache.kafka.common.security.{{ $module }} required username="${dir:/run/secrets/frist/kafka-sasl:{{ .usernameKey }}}" password="${dir:/run/secrets/frist/kafka-sasl:{{ .passwordKey }}}";
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.kafka.tls }}
{{- if .trust.existingSecret }}
{{ include "frist.truststore" (dict "prefix" "" "folder" "kafka-trust" "trust" .trust) }}
{{- end }}
{{- if .identity.existingSecret }}
ssl.keystore.type=PEM
ssl.keystore.certificate.chain=${dir:/run/secrets/frist/kafka-identity:{{ .identity.certificateKey }}}
ssl.keystore.key=${dir:/run/secrets/frist/kafka-identity:{{ .identity.privateKeyKey }}}
{{- end }}
{{- end }}
{{- with .Values.registry }}
{{- if .auth.existingSecret }}
basic.auth.credentials.source=USER_INFO
basic.auth.user.info=${dir:/run/secrets/frist/registry-auth:{{ .auth.usernameKey }}}:${dir:/run/secrets/frist/registry-auth:{{ .auth.passwordKey }}}
{{- end }}
{{- if .tls.trust.existingSecret }}
{{ include "frist.truststore" (dict "prefix" "schema.registry." "folder" "registry-trust" "trust" .tls.trust) }}
{{- end }}
{{- end }}
{{- range $name, $value := .Values.config }}
{{ $name }}={{ include "frist.propertyValue" $value }}
{{- end }}
{{- end }}
