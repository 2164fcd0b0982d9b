import * as admin from "../../protocol/admin.ts"
import * as audit from "../../protocol/audit.ts"
import * as knowledge from "../../protocol/knowledge.ts"
import * as wire from "../../protocol/relay.ts"
import { answer, failed, open, path, query, route } from "./openapi-parts.ts"

/** The routes for admins, and the one that a helpdesk calls. */
export const adminPaths = {
  "/v1/admin/people": {
    get: route(
      "For admins: who is paired, and codes that are still good.",
      answer("People and codes", admin.peopleAnswer)
    )
  },
  "/v1/admin/codes": {
    post: route("Make a pairing code; it is told this once.", answer("The code", admin.codeAnswer), admin.codeRequest)
  },
  "/v1/admin/codes/{id}": {
    delete: {
      summary: "Take a pairing code back.",
      responses: { "204": answer("Revoked"), ...failed },
      ...path(wire.idPath)
    }
  },
  "/v1/admin/people/{id}/sign-out": {
    post: route(
      "Sign a person out of every browser.",
      answer("How much was ended", admin.signOutAnswer),
      admin.signOutRequest,
      path(wire.idPath)
    )
  },
  "/v1/admin/models": {
    get: route("What the relay may ask, for what, in which order.", answer("Models, without keys", admin.modelsAnswer))
  },
  "/v1/admin/models/{name}/test": {
    post: route(
      "Ask a model for twenty words.",
      answer("How quickly it answered, or why not", admin.testAnswer),
      undefined,
      path(admin.modelPath)
    )
  },
  "/v1/admin/settings": {
    get: route("What is set for the team.", answer("Settings", admin.settingsAnswer)),
    put: route(
      "Set it, over the version that was read.",
      answer("Settings as they stand now", admin.settingsAnswer),
      admin.settingsRequest
    )
  },
  "/v1/audit": {
    get: route(
      "For admins: who did what to which ids.",
      answer("A page, newest first", audit.auditAnswer),
      undefined,
      query(audit.auditQuery)
    )
  },
  "/v1/admin/usage": {
    get: route(
      "What models took, by task, model and person.",
      answer("Sums", admin.usageAnswer),
      undefined,
      query(admin.usageQuery)
    )
  },
  "/v1/admin/knowledge": {
    get: route(
      "Where the team's knowledge comes from, with how each last import went.",
      answer("Sources", knowledge.knowledgeAnswer)
    )
  },
  "/v1/admin/knowledge/imports": {
    post: route(
      "Import a new place, or a known source again.",
      answer("What will be imported, soon", knowledge.importAnswer),
      knowledge.importRequest
    )
  },
  "/v1/admin/knowledge/imports/{id}/cancel": {
    post: {
      summary: "Stop an import, or take its source out of the queue.",
      responses: { "204": answer("Asked to stop"), ...failed },
      ...path(wire.idPath)
    }
  },
  "/v1/admin/knowledge/files": {
    post: {
      ...route(
        "Import a file or an archive.",
        answer("The source that it becomes", knowledge.importAnswer),
        undefined,
        query(knowledge.fileQuery)
      ),
      requestBody: { required: true, content: { "application/octet-stream": {} } }
    }
  },
  "/v1/admin/knowledge/sources/{collection}/schedule": {
    put: route(
      "Say when a source is imported again.",
      answer("When it is next", knowledge.scheduleAnswer),
      knowledge.schedule,
      path(knowledge.collectionPath)
    )
  },
  "/v1/admin/knowledge/sources/{collection}/hook": {
    post: route(
      "Give a source's webhook a new secret; it is told this once.",
      answer("Address and secret", knowledge.hookAnswer),
      knowledge.hookRequest,
      path(knowledge.collectionPath)
    ),
    delete: {
      summary: "Let nobody call a source's webhook any more.",
      responses: { "204": answer("Removed"), ...failed },
      ...path(knowledge.collectionPath)
    }
  },
  "/v1/admin/knowledge/sources/{collection}": {
    delete: route(
      "Remove a source and its documents.",
      answer("How many went", knowledge.removedAnswer),
      undefined,
      path(knowledge.collectionPath)
    )
  },
  "/v1/hooks/knowledge/{collection}": {
    post: {
      summary: "Say that something has changed at a source: signed, and nothing is taken from the call.",
      responses: { "202": answer("Noted"), ...failed },
      ...path(knowledge.collectionPath),
      ...open
    }
  }
}
