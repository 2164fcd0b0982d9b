import type { webhooks as english } from "../en/webhooks.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Webhooks". */
export const webhooks: Translation<typeof english> = {
  webhooks: "Webhooks",
  "webhooks.lead":
    "Quand un résultat ou une revue est enregistré, le relais envoie des identifiants, des états et des chiffres à ces adresses, jamais de texte de ticket.",
  "webhooks.none": "Il n’y a pas encore de webhook.",
  "webhooks.list": "Adresses des webhooks",
  "webhooks.since": "Ajouté : {time}.",
  "webhooks.counts":
    "{waiting, plural, =0 {Rien n’attend} one {# envoi attend} other {# envois attendent}}, {failed, plural, =0 {et aucun n’a été abandonné ces 7 derniers jours.} one {et # a été abandonné ces 7 derniers jours.} other {et # ont été abandonnés ces 7 derniers jours.}}",
  "webhooks.address": "Adresse du destinataire",
  "webhooks.address.hint": "Elle commence par https:// et peut être jointe depuis internet.",
  "webhooks.address.none": "Saisissez l’adresse du webhook.",
  "webhooks.add": "Ajouter le webhook",
  "webhooks.adding": "Ajout en cours.",
  "webhooks.added": "Secret de {url} :",
  "webhooks.once":
    "Affiché ici une seule fois. Le destinataire s’en sert pour vérifier la signature, comme le dit la spécification Standard Webhooks.",
  "webhooks.copy": "Copier le secret du webhook",
  "webhooks.copied": "Copié.",
  "webhooks.copy-failed": "Le navigateur n’a pas autorisé la copie. Sélectionnez le secret et copiez-le vous-même.",
  "webhooks.hide": "Cacher le secret",
  "webhooks.test": "Envoyer un test",
  "webhooks.testing": "Envoi d’un test.",
  "webhooks.test.taken": "Le destinataire a accepté le test : il a répondu {result}.",
  "webhooks.test.answered": "Le destinataire n’a pas accepté le test : il a répondu {result}.",
  "webhooks.test.redirected":
    "Le destinataire n’a pas accepté le test : il a répondu {result}, qui mène à une autre adresse. Utilisez plutôt celle-là.",
  "webhooks.test.refused": "Le destinataire n’a pas été contacté : son adresse est dans un réseau privé.",
  "webhooks.test.certificate":
    "Le destinataire n’a pas été contacté : le relais ne se fie pas à son certificat. Il est peut-être expiré, incomplet, ou pour un autre hôte.",
  "webhooks.test.no-host": "Le destinataire n’a pas été contacté : aucun hôte ne porte ce nom. Vérifiez l’adresse.",
  "webhooks.test.unreachable": "Le destinataire n’a pas pu être joint, ou n’a pas répondu en 15 secondes.",
  "webhooks.remove": "Retirer",
  "webhooks.sure":
    "Retirer ce webhook ? Le relais ne lui enverra plus rien, pas même ce qui attend encore, et supprimera son secret.",
  "webhooks.do": "Retirer le webhook",
  "webhooks.keep": "Conserver",
  "webhooks.removed": "Le relais n’enverra plus rien à {url}.",
  "webhooks.deliveries": "{count, plural, =1 {Dernier envoi} one {Dernier envoi (#)} other {Les # derniers envois}}",
  "webhooks.deliveries.of": "Derniers envois à {url}",
  "webhooks.deliveries.none": "Rien n’a été envoyé ces 7 derniers jours.",
  "webhooks.event": "Événement",
  "webhooks.event.outcome": "résultat enregistré",
  "webhooks.event.review": "revue enregistrée",
  "webhooks.when": "Enregistré",
  "webhooks.state": "État",
  "webhooks.state.delivered": "accepté",
  "webhooks.state.waiting": "en attente ; prochain essai {time}",
  "webhooks.state.failed": "abandonné",
  "webhooks.attempts": "Essais",
  "webhooks.result": "Dernière réponse",
  "webhooks.result.none": "aucune encore",
  "webhooks.result.redirected": "{result}, mène à une autre adresse",
  "webhooks.result.refused": "non contacté : adresse privée",
  "webhooks.result.certificate": "non contacté : certificat non fiable",
  "webhooks.result.no-host": "non contacté : aucun hôte de ce nom",
  "webhooks.result.unreachable": "non joint, ou sans réponse"
}
