import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from "@opentelemetry/api"
import { ExportResultCode, parseTraceParent } from "@opentelemetry/core"
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http"
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceNameEnvDetector
} from "@opentelemetry/resources"
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from "@opentelemetry/sdk-trace"
import type { Log } from "../log.ts"
import { setTracer, type Span, type SpanAttributes } from "../scope/span.ts"

/** A collector that takes longer than this many milliseconds is not waited for. */
const PATIENCE_MS = 5_000

/**
 * Begins to send traces to a collector by OTLP over HTTP, at `endpoint` with `/v1/traces` behind it. OpenTelemetry's
 * other standard variables (OTEL_EXPORTER_OTLP_HEADERS, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) are read by its own
 * packages from the process's environment. This module loads all of OpenTelemetry, so it is imported only if traces are
 * on.
 * @returns a function that sends what is left and stops
 */
export function startTracing(endpoint: string, version: string, log: Log): () => Promise<void> {
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ "service.name": "replywright-relay", "service.version": version }))
      .merge(detectResources({ detectors: [envDetector, serviceNameEnvDetector] })),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: reportingFailures(new OTLPTraceExporter({ url, timeoutMillis: PATIENCE_MS }), log),
        exportTimeoutMillis: PATIENCE_MS
      })
    ]
  })
  const tracer = provider.getTracer("replywright", version)
  const contexts = new WeakMap<Span, Context>()
  setTracer(({ name, kind, attributes, parent, beganMsAgo }) => {
    const around = parent === undefined ? ROOT_CONTEXT : contextOf(parent, contexts)
    const made = tracer.startSpan(
      name,
      {
        kind: KINDS[kind],
        attributes: present(attributes),
        ...(beganMsAgo !== undefined && { startTime: Date.now() - beganMsAgo })
      },
      around
    )
    const span: Span = {
      rename: (to) => void made.updateName(to),
      set: (more) => void made.setAttributes(present(more)),
      event: (moment) => void made.addEvent(moment),
      end(error) {
        if (error !== undefined)
          made.setStatus({ code: SpanStatusCode.ERROR }).setAttribute("error.type", errorType(error))
        made.end()
      }
    }
    contexts.set(span, trace.setSpan(around, made))
    return span
  })
  return async () => {
    setTracer(undefined)
    // What can't be sent is lost. The exporter has told the log already.
    await provider.shutdown().catch(() => undefined)
  }
}

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL }

function contextOf(parent: Span | string, contexts: WeakMap<Span, Context>): Context {
  if (typeof parent !== "string") return contexts.get(parent) ?? ROOT_CONTEXT
  const remote = parseTraceParent(parent)
  return remote ? trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true }) : ROOT_CONTEXT
}

function present(attributes: SpanAttributes): Record<string, string | number | boolean> {
  const given: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) given[name] = value
  return given
}

function errorType(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return "code" in error && typeof error.code === "string" ? error.code : error.name
}

/** Logs the first of several failures in a row, and that the collector takes traces again. */
function reportingFailures(exporter: SpanExporter, log: Log): SpanExporter {
  let isFailing = false
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS
        if (failed && !isFailing) log.error("traces-not-sent", result.error)
        if (!failed && isFailing) log.info("traces-sent-again")
        isFailing = failed
        done(result)
      })
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.()
  }
}
