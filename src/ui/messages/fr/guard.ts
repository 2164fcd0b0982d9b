import type { guard as english } from "../en/guard.ts"
import type { Translation } from "../translation.ts"

/** Words of the model's that nobody gave, and orders to a machine in what the customer wrote. */
export const guard: Translation<typeof english> = {
  "summary.orders": "Attention",
  "summary.orders.text": "Ce message contient des instructions adressées à une machine.",
  "mark.foreign": "non fourni",
  "mark.foreign.long": "Non fourni : {why} L’insertion attend. Aller au contrôle {n}",
  "mark.unnamed": "page non citée",
  "mark.unnamed.long": "Page non citée : {why} Aller au contrôle {n}",
  "foreign.hidden": "Ceci contient des caractères invisibles.",
  "foreign.image": "Une image, qui indique à son serveur quand le message est lu.",
  "foreign.script": "Un script, qui n’a rien à faire dans une réponse.",
  "foreign.link": "Ce lien n’est ni dans le ticket, ni dans aucune source.",
  "foreign.look-alike": "Ce lien ne fait que ressembler à un lien du ticket ou d’une source.",
  "foreign.email": "Cette adresse e-mail n’est ni dans le ticket, ni dans aucune source.",
  "foreign.phone": "Ce numéro de téléphone n’est ni dans le ticket, ni dans aucune source.",
  "foreign.account": "Ce compte à créditer n’est ni dans le ticket, ni dans aucune source.",
  "foreign.wallet": "Cette adresse de cryptomonnaie n’est ni dans le ticket, ni dans aucune source.",
  "foreign.spelled": "Un numéro ou une adresse en toutes lettres, qui n’est ni dans le ticket, ni dans aucune source.",
  "foreign.messenger": "Ce contact de messagerie instantanée n’est ni dans le ticket, ni dans aucune source.",
  "foreign.portal": "Demande au client de chercher une page où se connecter.",
  "foreign.secret-request":
    "Demande un mot de passe, un code, un lien de connexion ou des données de carte. Ne les demandez jamais à un client.",
  "foreign.remote-control":
    "Demande au client de donner à quelqu’un le contrôle de son ordinateur. Aucune source ne le prévoit.",
  "foreign.payment":
    "Demande un paiement impossible à tracer ou à annuler. Aucune source ne propose ce moyen de payer.",
  "foreign.mixed-script": "Des lettres de ce mot viennent d’un autre alphabet et n’ont que l’apparence des bonnes.",
  "foreign.blob": "Du texte encodé qui n’est ni dans le ticket, ni dans aucune source.",
  "foreign.prompt": "Parle des instructions données au modèle.",
  "foreign.control":
    "Le modèle a écrit ceci pour lui-même : la fin de sa réponse, ses réflexions ou l’appel d’un outil. Cela ne fait pas partie d’une réponse.",
  "foreign.internal": "Ceci n’est que dans une note interne.",
  "foreign.page": "Ni le ticket ni une source ne cite cette page, bien que son hôte soit connu.",
  "foreign.waits": "L’insertion attend que vous le modifiiez, le retiriez ou le gardiez comme vos propres mots.",
  "tally.foreign": "{count, plural, one {# non fourni} other {# non fournis}}",
  "tally.unnamed": "{count, plural, one {# page non citée} other {# pages non citées}}",
  "holds.foreign": "{count, plural, one {# passage suspect} other {# passages suspects}}",
  "holds.contradicts": "{count, plural, one {# contradiction} other {# contradictions}}",
  "holds.needs-approval": "{count, plural, one {# phrase à approuver} other {# phrases à approuver}}",
  "holds.no-source":
    "{count, plural, one {# date ou montant que personne n’a fourni} other {# dates ou montants que personne n’a fournis}}",
  "holds.denied": "{count, plural, one {# phrase démentie} other {# phrases démenties}}",
  "off.insert.holds": `{count, plural,
    one {L’insertion attend. Le brouillon contient {things}. À modifier, retirer ou garder comme vos propres mots. La copie fonctionne}
    other {L’insertion attend. Le brouillon contient {things}. À modifier, retirer ou garder comme vos propres mots. La copie fonctionne}
  }`,
  "say.holds.inserted": "Dans ce que vous avez inséré : {things}.|Relisez la réponse avant de l’envoyer.",
  "notice.guard-open": `{count, plural,
    one {Insertion en attente : # passage à traiter.|Modifiez-le, retirez-le, ou gardez-le comme vos propres mots. La copie fonctionne.}
    other {Insertion en attente : # passages à traiter.|Modifiez-les, retirez-les, ou gardez-les comme vos propres mots. La copie fonctionne.}
  }`,
  "notice.guard-failed":
    "Le garde-fou n’a pas pu contrôler ce brouillon.|Rien n’a été écrit. Réessayez ; la copie fonctionne."
}
