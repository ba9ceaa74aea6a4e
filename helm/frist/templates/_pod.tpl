{{/* Parts of the processor's pod and of the Jobs' pods. */}}

{{- define "frist.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  {{- range $name, $id := .Values.securityContext }}
  {{- if not (kindIs "invalid" $id) }}
  {{ $name }}: {{ int64 $id }}
  {{- end }}
  {{- end }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "frist.placement" -}}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "frist.containerSecurity" -}}
image: {{ include "frist.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  runAsNonRoot: true
  privileged: false
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{/* What the program gets through its environment, everywhere. */}}
{{- define "frist.environment" -}}
- name: FRIST_CONFIG
  value: /etc/frist/frist.properties
- name: FRIST_JAVA_OPTS
  value: {{ concat (list (printf "-XX:MaxRAMPercentage=%v" .Values.jvm.maxRamPercentage) "-XX:+ExitOnOutOfMemoryError" "-XX:+PerfDisableSharedMem" "-Djava.io.tmpdir=/tmp") .Values.jvm.options | join " " | quote }}
- name: FRIST_LOG_FORMAT
  value: {{ .Values.logging.format }}
- name: FRIST_LOG_LEVEL
  value: {{ .Values.logging.level }}
- name: FRIST_LOG_KAFKA
  value: {{ .Values.logging.kafkaLevel }}
- name: FRIST_LOG_ROOT
  value: {{ .Values.logging.rootLevel }}
- name: ROCKSDB_SHAREDLIB_DIR
  value: /tmp
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Existing Secrets by the folder that they are mounted at. (dict "root" $ "setup" BOOLEAN) */}}
{{- define "frist.secrets" -}}
{{- $values := .root.Values }}
{{- $setup := ternary $values.setup dict .setup }}
{{- with $values.management }}
{{- if .existingSecret }}
- name: management
  secret: {{ .existingSecret }}
  keys: {{ toJson (list .tokenKey) }}
{{- end }}
{{- end }}
{{- with $values.kafka.sasl }}
{{- if .existingSecret }}
- name: kafka-sasl
  secret: {{ default .existingSecret $setup.saslExistingSecret }}
  keys: {{ toJson (ternary (list .jaasConfigKey) (list .usernameKey .passwordKey) (ne .jaasConfigKey "")) }}
{{- end }}
{{- end }}
{{- with $values.kafka.tls.trust }}
{{- if .existingSecret }}
- name: kafka-trust
  secret: {{ .existingSecret }}
  keys: {{ toJson (compact (list .key .passwordKey)) }}
{{- end }}
{{- end }}
{{- with $values.kafka.tls.identity }}
{{- if .existingSecret }}
- name: kafka-identity
  secret: {{ default .existingSecret $setup.tlsIdentityExistingSecret }}
  keys: {{ toJson (list .certificateKey .privateKeyKey) }}
{{- end }}
{{- end }}
{{- with $values.registry.auth }}
{{- if .existingSecret }}
- name: registry-auth
  secret: {{ default .existingSecret $setup.registryAuthExistingSecret }}
  keys: {{ toJson (list .usernameKey .passwordKey) }}
{{- end }}
{{- end }}
{{- with $values.registry.tls.trust }}
{{- if .existingSecret }}
- name: registry-trust
  secret: {{ .existingSecret }}
  keys: {{ toJson (compact (list .key .passwordKey)) }}
{{- end }}
{{- end }}
{{- range $values.extraSecrets }}
- name: {{ .name }}
  secret: {{ .existingSecret }}
  keys: {{ toJson .keys }}
{{- end }}
{{- end }}

{{/* Volumes that every pod has. (dict "root" $ "setup" BOOLEAN "settings" CONFIGMAP) */}}
{{- define "frist.volumes" -}}
- name: settings
  configMap:
    name: {{ .settings }}
- name: tmp
  emptyDir:
    sizeLimit: {{ .root.Values.tmpSizeLimit }}
{{- range include "frist.secrets" . | fromYamlArray }}
- name: secret-{{ .name }}
  secret:
    secretName: {{ .secret }}
    defaultMode: 0440
    items:
      {{- range .keys }}
      - key: {{ . }}
        path: {{ . }}
      {{- end }}
{{- end }}
{{- with .root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "frist.volumeMounts" -}}
- name: settings
  mountPath: /etc/frist
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- range include "frist.secrets" . | fromYamlArray }}
- name: secret-{{ .name }}
  mountPath: /run/secrets/frist/{{ .name }}
  readOnly: true
{{- end }}
{{- with .root.Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "frist.affinity" -}}
{{- $selector := dict "root" . "component" "processor" }}
{{- if .Values.affinity }}
affinity:
  {{- toYaml .Values.affinity | nindent 2 }}
{{- else if eq .Values.antiAffinity "Required" }}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "frist.selectorLabels" $selector | nindent 12 }}
{{- else if eq .Values.antiAffinity "Preferred" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "frist.selectorLabels" $selector | nindent 14 }}
{{- end }}
{{- if ne .Values.zoneSpread "None" }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: {{ .Values.zoneSpread }}
    labelSelector:
      matchLabels:
        {{- include "frist.selectorLabels" $selector | nindent 8 }}
{{- end }}
{{- end }}

{{/* A probe of the management port. (dict "path" PATH "probe" VALUES "failures" NUMBER) */}}
{{- define "frist.probe" -}}
httpGet:
  path: {{ .path }}
  port: management
periodSeconds: {{ int64 .probe.periodSeconds }}
timeoutSeconds: {{ int64 .probe.timeoutSeconds }}
failureThreshold: {{ int64 .failures }}
{{- end }}
