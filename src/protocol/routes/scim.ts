import {
  scimGroup,
  scimGroupRequest,
  scimGroups,
  scimPatchRequest,
  scimPath,
  scimQuery,
  scimUser,
  scimUserRequest,
  scimUsers
} from "../scim.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

const who = "provisioning"

/** SCIM 2.0 (RFC 7644), by which the organisation's provider says who is there, who has left and who is in which group. */
export const scimOperations = describeRoutes({
  "GET /v1/scim/ServiceProviderConfig": {
    summary: "What of SCIM is supported?",
    who,
    answers: { 200: answer("The configuration, as RFC 7643 has it in section 5") }
  },
  "GET /v1/scim/ResourceTypes": {
    summary: "The kinds of resources.",
    who,
    answers: { 200: answer("Users and groups") }
  },
  "GET /v1/scim/ResourceTypes/:name": {
    summary: "One kind of resource.",
    who,
    path: scimPath,
    answers: { 200: answer("The kind") }
  },
  "GET /v1/scim/Schemas": { summary: "The attributes that are stored.", who, answers: { 200: answer("The schemas") } },
  "GET /v1/scim/Schemas/:name": {
    summary: "The attributes of one kind of resource.",
    who,
    path: scimPath,
    answers: { 200: answer("The schema") }
  },
  "GET /v1/scim/Users": {
    summary: "List users, filtered and by pages.",
    who,
    query: scimQuery,
    answers: { 200: answer("A page of users", scimUsers) }
  },
  "POST /v1/scim/Users": {
    summary: "Add a user.",
    who,
    body: scimUserRequest,
    answers: { 201: answer("The user", scimUser) }
  },
  "GET /v1/scim/Users/:id": {
    summary: "Read a user.",
    who,
    takesId: true,
    query: scimQuery,
    answers: { 200: answer("The user", scimUser) }
  },
  "PUT /v1/scim/Users/:id": {
    summary: "Replace a user.",
    who,
    takesId: true,
    body: scimUserRequest,
    answers: { 200: answer("The user", scimUser) }
  },
  "PATCH /v1/scim/Users/:id": {
    summary: "Change a user, for example deactivate them.",
    who,
    takesId: true,
    body: scimPatchRequest,
    answers: { 200: answer("The user", scimUser) }
  },
  "DELETE /v1/scim/Users/:id": {
    summary: "Delete a user, and end their sign-ins.",
    who,
    takesId: true,
    answers: { 204: answer("Deleted") }
  },
  "GET /v1/scim/Groups": {
    summary: "List groups, filtered and by pages.",
    who,
    query: scimQuery,
    answers: { 200: answer("A page of groups", scimGroups) }
  },
  "POST /v1/scim/Groups": {
    summary: "Add a group.",
    who,
    body: scimGroupRequest,
    answers: { 201: answer("The group", scimGroup) }
  },
  "GET /v1/scim/Groups/:id": {
    summary: "Read a group.",
    who,
    takesId: true,
    query: scimQuery,
    answers: { 200: answer("The group", scimGroup) }
  },
  "PUT /v1/scim/Groups/:id": {
    summary: "Replace a group.",
    who,
    takesId: true,
    body: scimGroupRequest,
    answers: { 200: answer("The group", scimGroup) }
  },
  "PATCH /v1/scim/Groups/:id": {
    summary: "Change a group or its members.",
    who,
    takesId: true,
    body: scimPatchRequest,
    answers: { 200: answer("The group", scimGroup) }
  },
  "DELETE /v1/scim/Groups/:id": {
    summary: "Delete a group.",
    who,
    takesId: true,
    answers: { 204: answer("Deleted") }
  }
})
