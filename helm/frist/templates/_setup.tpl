{{/*
Jobs that run before an installation or an upgrade, and `helm test`. Nothing of the release is there yet then, so what they
need are hooks too.
*/}}
{{- define "frist.hook" -}}
{{- $annotations := dict "helm.sh/hook" (.hook | default "pre-install,pre-upgrade") "helm.sh/hook-weight" .weight "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" }}
{{- include "frist.metadata" (merge (dict "component" "setup" "annotations" $annotations) .) }}
{{- end }}

{{/* A pod that runs one command and ends. (dict "root" $ "args" LIST "settings" CONFIGMAP "policies" BOOLEAN) */}}
{{- define "frist.setupPod" -}}
{{- $pod := dict "root" .root "setup" true "settings" (.settings | default (printf "%s-setup" (include "frist.fullname" .root))) }}
restartPolicy: Never
{{ include "frist.podSecurity" .root }}
{{- include "frist.placement" .root }}
containers:
  - name: frist
    {{- include "frist.containerSecurity" .root | nindent 4 }}
    args: {{ toJson .args }}
    env:
      {{- include "frist.environment" .root | nindent 6 }}
    resources:
      {{- toYaml .root.Values.setup.resources | nindent 6 }}
    volumeMounts:
      {{- include "frist.volumeMounts" $pod | nindent 6 }}
      {{- if .policies }}
      - name: policies
        mountPath: /etc/frist-policies
        readOnly: true
      {{- end }}
volumes:
  {{- include "frist.volumes" $pod | nindent 2 }}
  {{- if .policies }}
  - name: policies
    configMap:
      name: {{ .root.Values.policies.existingConfigMap | default (printf "%s-policies" (include "frist.fullname" .root)) }}
  {{- end }}
{{- end }}

{{/* (dict "root" $ "suffix" "-…" "weight" TEXT "args" LIST "policies" BOOLEAN) */}}
{{- define "frist.setupJob" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "frist.hook" . | nindent 2 }}
spec:
  backoffLimit: {{ int64 .root.Values.setup.backoffLimit }}
  activeDeadlineSeconds: {{ int64 .root.Values.setup.activeDeadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "frist.labels" (dict "root" .root "component" "setup") | nindent 8 }}
    spec:
      {{- include "frist.setupPod" . | nindent 6 }}
{{- end }}
