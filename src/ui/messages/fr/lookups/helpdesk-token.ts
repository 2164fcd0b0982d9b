import type { helpdeskToken as english } from "../../en/lookups/helpdesk-token.ts"
import type { Translation } from "../../translation.ts"

/** The panel's card on a helpdesk that is read by its API. */
export const helpdeskToken: Translation<typeof english> = {
  token: "Comment ce ticket est lu",
  "token.why.missing.front":
    "Rien de public ne dit comment la page de ce helpdesk distingue le message d’un client de celui d’un collègue : les tickets sont donc lus par son API documentée. Elle demande un jeton, que crée un admin du helpdesk.",
  "token.why.missing.hubspot":
    "HubSpot ne garantit pas qu’un ticket puisse être lu dans votre session. Son API documentée le donne, même une longue conversation et celle d’un ticket dont l’adresse n’en désigne aucune. Elle demande un jeton, que crée un admin de HubSpot.",
  "token.why.refused": "{host} a refusé le jeton. Il a peut-être été supprimé.",
  "token.why.too-narrow":
    "Le jeton ne permet pas de lire ce ticket. Un admin du helpdesk peut l’élargir, ou en créer un autre.",
  "token.why.other-account": "Le jeton est d’un autre compte du helpdesk que cette page.",
  "token.why.not-allowed":
    "Ce navigateur ne peut pas encore interroger {host}. Il ne le fera que pour le ticket à l’écran, avec GET.",
  "token.front":
    "Dans Front : Settings, Developers, API tokens. Il doit pouvoir lire les conversations et les messages, et rien d’autre.",
  "token.hubspot":
    "Dans HubSpot : Development, Keys, Service keys. Une application privée créée auparavant convient aussi. Il lui faut conversations.read, et rien d’autre.",
  "token.label": "Jeton d’API",
  "token.where": "Conservé chiffré dans ce navigateur, et envoyé à {host} seulement.",
  "token.offer": "Ou le faire lire par l’API",
  "token.save": "Conserver le jeton et lire le ticket",
  "token.allow": "Autoriser {host}",
  "token.allow.not": "Le navigateur ne l’a pas autorisé, donc rien n’a été lu.",
  "token.failed": "L’enregistrement a échoué. Rechargez la page et réessayez.",
  "token.says.front":
    "Votre navigateur demande à {host} le ticket à l’écran, avec votre jeton. Les commentaires de l’équipe ne sont pas demandés.",
  "token.says.hubspot":
    "Votre navigateur demande à {host} la conversation à l’écran, avec votre jeton. Les commentaires de l’équipe viennent avec, et restent dans ce navigateur.",
  "token.instead": "À la place, ce ticket a été lu dans votre session.",
  "token.other": "Utiliser un autre jeton",
  "token.forget": "Oublier le jeton",
  "token.forgotten.front": "Oublié. Les tickets d’ici seront de nouveau lus quand vous saisirez un jeton.",
  "token.forgotten.hubspot": "Oublié. Les tickets d’ici sont lus dans votre session, si elle les donne."
}
