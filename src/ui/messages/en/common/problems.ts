/**
 * What the relay and the background answer when they refuse, by their codes. A code whose sentence names something of
 * the request (a line, an address, a limit) isn't here: the relay's own sentence is shown.
 */
export const problems = {
  "problem.no-version": "This version of the masking rules is no longer there.",
  "problem.agents-may-not-add":
    "Agents don’t add words in this team. Ask a lead or an admin to add it, or to let agents add words.",
  "problem.list-full": "The list is full. A lead or an admin can take some words out.",
  "problem.busy": "The relay has more to read than it can just now. Try again in a few seconds.",
  "problem.disk-full": "The relay’s disk is full, so nothing can be stored. Whoever runs the relay has to make room.",
  "problem.no-place":
    "This address can’t be imported from here. A file is uploaded; folders of the relay’s machine are imported there, with npm run relay -- import FOLDER.",
  "problem.bad-name": "The file’s name can’t be used. Give it one of up to 200 bytes that doesn’t begin with a dot.",
  "problem.no-source": "This source is no longer there.",
  "problem.files-busy":
    "Two files that were sent before are still being imported. Send this one when one of them is done.",
  "problem.bad-webhook":
    "A webhook’s address begins with https:// and has no user name in it. Give one like https://example.com/hook.",
  "problem.no-webhook": "This webhook is no longer there. Load the list again.",
  "problem.no-voice": "This voice is no longer there. Load the list again.",
  "problem.no-playbook": "This playbook is no longer there. Load the list again.",
  "problem.no-lookup": "This lookup is no longer there. Load the list again.",
  "problem.no-memory": "This memory is no longer there. Load the list again.",
  "problem.no-finding": "This finding is no longer there. Load the report again.",
  "problem.no-past-ticket": "This solved ticket or page is no longer there.",
  "problem.no-hook": "This source no longer has a webhook.",
  "problem.no-import": "This import is no longer there.",
  "problem.other-import":
    "That import is over, and another one of the same source has begun since. Look at the list again.",
  "problem.no-recipe": "No places are shared for this site any more. Load the list again.",
  "problem.no-proposal": "No places are proposed for this site any more. Load the list again.",
  "problem.no-code": "This code is no longer good: it was used or revoked, or its time is over.",
  "problem.settings-changed": "Another admin has changed the settings meanwhile. Yours were not saved.",
  "problem.memory-changed": "Somebody has changed this memory meanwhile. Load the list again.",
  "problem.memory-empty": "A memory says something. Write what the team writes.",
  "problem.memory-personal":
    "This holds what looks like a person, an address or a number of somebody. A memory is for every customer: write it without. If it is a name of yours, add it to the masking rules.",
  "problem.memory-expired": "That day is over. Choose a later one.",
  "problem.proposal-changed":
    "Other places were proposed for this site meanwhile, and nothing was decided. Look at them first.",
  "problem.sites-hashed":
    "Your team has the addresses of helpdesks hashed. Places name the address, so they can’t be shared.",
  "problem.too-many-proposals": "This browser proposes places too often. Wait an hour.",
  "problem.too-many-off-switches": "A team has 100 off switches at most. Remove one first.",
  "problem.no-off-switch": "This switch is no longer there. Load the list again.",
  "problem.switched-off": "This is switched off for the ticket.",
  "problem.too-many-corrections": "Too many corrections at once. Wait a minute.",
  "problem.too-many-tries": "Too much is tried at once. Wait a minute, then try again.",
  "problem.no-case": "This case is not there. It may be older than the relay keeps cases.",
  "problem.case-erased": "This case was erased with its ticket. Go on with the next one.",
  "problem.ticket-erased": "This ticket was erased. Ask for a new draft.",
  "problem.no-draft": "This draft is not there. It may have been erased, or be older than the relay keeps drafts.",
  "problem.no-model": "The relay has no such model. Load the list again.",
  "problem.no-tone-model": "No model reads the tone here; the rules do.",
  "problem.sign-in-over": "Your sign-in has ended, as your organisation has set it. Sign in again.",
  "problem.own-sign-in": "This is your own sign-in. Say once more that you mean it, and this page closes.",
  "problem.no-person": "The relay knows no such person.",
  "problem.shutting-down": "The relay is being stopped or updated. Try again in a moment.",
  "problem.too-slow": "The request did not arrive in time. Nothing of it was stored. Send it again.",
  "problem.internal": "The relay reported a fault. Try again; if it happens again, tell whoever runs the relay.",
  "problem.relay-error": "The relay reported a fault, or something else than a relay answers at its address.",
  "problem.not-a-relay": "Something else than a relay answers at this address.",
  "problem.relay-unreachable": "The relay doesn’t answer. Start it, or check its address.",
  "problem.relay-stopped": "The relay stopped answering.",
  "problem.database-down": "The relay can’t reach its database. Try again in a moment.",
  "problem.other-version": "The relay is of another version. Update the extension or the relay, so that both match.",
  "problem.signed-out": "This browser was signed out. Pair it with a new code.",
  "problem.sign-in-expired": "This browser was not used for too long. Pair it with a new code.",
  "problem.sign-in-reused":
    "This browser was signed out, because an earlier copy of its sign-in was used. Pair it with a new code, and tell whoever runs the relay.",
  "problem.token-revoked": "This browser was signed out. Pair it with a new code.",
  "problem.not-paired": "The relay doesn’t know this browser. Pair it with a new code.",
  "problem.clock-differs": "This browser’s clock differs too much from the relay’s. Set it, then try again.",
  "problem.wrong-host": "The relay is not served under this name. Its owner can add it to RELAY_HOSTS.",
  "problem.needs-https": "The relay is reached by HTTPS only.",
  "problem.unsafe-address": "Without HTTPS only a relay on this computer is reached. Type its https:// address.",
  "problem.file-gone": "The file can’t be read any more: it was changed or moved. Choose it again.",
  "problem.note-too-long": "With its names replaced the note is too long. Shorten it.",
  "problem.note-not-masked": "The note could not be masked in time, so nothing was sent.",
  "problem.no-answer": "The extension didn’t answer. Reload this page."
} as const
