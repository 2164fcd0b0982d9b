import type { popup as english } from "../en/popup.ts"
import type { Translation } from "../translation.ts"

/** The popup: pairing, sites, what is kept on this computer. */
export const popup: Translation<typeof english> = {
  "kept.drafts": "{count, plural, one {# brouillon} other {# brouillons}}",
  "kept.outcomes": "{count, plural, one {# résultat non transmis} other {# résultats non transmis}}",
  "kept.both": "{drafts} et {outcomes}",
  pair: "Associer ce navigateur",
  "pair.lead": "Votre relais a affiché un code à son démarrage. Il ne sert qu’une fois et reste valable dix minutes.",
  "pair.address": "Adresse du relais",
  "pair.code": "Code d’association",
  "pair.do": "Associer",
  "pair.doing": "Association en cours.",
  "pair.fixed": "Votre organisation a défini cette adresse.",
  "pair.bad-address":
    "Ce n’est pas une adresse. Une adresse ressemble à 127.0.0.1:8787 ou à https://relay.example.com.",
  "pair.unsafe":
    "Sans HTTPS, toute personne présente sur le réseau peut lire les échanges : seul un relais sur cet ordinateur est joignable ainsi, à http://127.0.0.1:8787. Pour un relais ailleurs, saisissez son adresse en https://.",
  "pair.no-code": "Saisissez le code que le relais a affiché.",
  "pair.not-allowed": "Le navigateur n’a pas été autorisé à joindre ce relais. Cliquez sur Associer et autorisez-le.",
  "pair.used": "Ce code a déjà servi. Demandez-en un nouveau au relais.",
  "pair.wrong": "Le relais ne connaît pas ce code. Vérifiez-le, ou demandez-en un nouveau.",
  "pair.expired": "Ce code a plus de dix minutes. Demandez-en un nouveau au relais.",
  "pair.unreachable": "Le relais ne répond pas à cette adresse. Démarrez-le, ou vérifiez l’adresse.",
  "pair.other-version":
    "Le relais est d’une autre version. Mettez à jour l’extension ou le relais, pour qu’ils concordent.",
  "pair.other": "L’association a échoué : {why}",
  "pair.not-lead": "C’est un code d’agent. Demandez au relais un code de responsable.",
  preparing: "Brouillons préparés",
  "preparing.on": "Préparer un brouillon à l’ouverture d’un ticket",
  "preparing.list": "Aussi pour les prochains tickets de la liste",
  "preparing.unused": "Dix de suite n’ont pas servi : seuls les résumés sont préparés.",
  "preparing.budget": "Ceux d’aujourd’hui sont épuisés. Ils reprennent à 00:00 UTC.",
  "preparing.policy": "Votre organisation les a désactivés.",
  "preparing.team": "Un admin les a désactivés pour l’équipe.",
  "preparing.again": "Préparer à nouveau",
  "site.on": "Activé. Les tickets d’ici sont lus et reçoivent un brouillon.",
  "site.forbidden": "Votre organisation n’autorise pas Replywright sur ce site. Rien n’est lu ici.",
  "site.switched-off": "Votre organisation a désactivé Replywright.",
  "site.unknown":
    "La stratégie de votre organisation définit des noms qui n’existent pas : {names}. Rien n’est lu tant qu’ils ne sont pas corrigés. Prévenez la personne qui gère votre navigateur.",
  "site.off": "Désactivé. Rien n’est lu sur ce site.",
  "site.off.lead": "L’activation demande au navigateur l’accès à ce seul site. Vous pouvez retirer cet accès ici.",
  "site.allow": "Autoriser ce site",
  "site.framed": "Ce helpdesk salue et signe lui-même : l’insertion omet les deux",
  "site.stop": "Désactiver ici",
  "site.none": "Les tickets ne peuvent pas être lus sur ce genre de page.",
  "site.failed": "Cela n’a pas fonctionné. Rien n’est lu sur ce site. {why}",
  "site.not-allowed": "Le navigateur n’a pas été autorisé à lire ce site. Rien n’est lu ici.",
  "popup.status": "État",
  "popup.relay": "Relais",
  "popup.model": "Modèle",
  "status.no-model": "aucun : rédacteur hors ligne",
  "status.person": "Session : {name}, {role}",
  "status.sign-out": "Se déconnecter",
  "status.open": "Ouvrir le panneau",
  "status.failed": "L’extension n’a pas répondu. Fermez cette fenêtre et rouvrez-la.",
  masking:
    "Noms, adresses, numéros de téléphone et autres données personnelles sont remplacés avant que quoi que ce soit ne quitte le navigateur. La plupart des noms au fil du texte sont trouvés, mais pas tous ; en japonais, ils ne le sont pas de façon fiable.",
  kept: "Conservé sur cet ordinateur",
  "kept.nothing": "Aucun brouillon.",
  "kept.lead": "{drafts}, sous forme chiffrée. Tous les résultats sont transmis.",
  "kept.lead.waiting": "{drafts}, sous forme chiffrée. À transmettre : {outcomes}.",
  "kept.results": "{count, plural, one {# résultat} other {# résultats}}",
  wipe: "Supprimer",
  "wipe.ask": "Supprimer ce qui est conservé ici ?",
  "wipe.lead": "Seront supprimés : {drafts} et votre session. Les tickets de votre helpdesk restent tels quels.",
  "wipe.lost": `{count, plural,
    one {# résultat pas encore transmis sera perdu.}
    other {# résultats pas encore transmis seront perdus.}
  }`,
  "wipe.do": "{count, plural, =0 {Tout supprimer} one {Supprimer # brouillon} other {Supprimer # brouillons}}",
  "wipe.keep": "Conserver",
  "wipe.left":
    "Une partie n’a pas pu être supprimée. Il reste : {parts}. Réessayez. Si vous retirez l’extension du navigateur, tout est supprimé.",
  "wipe.left.drafts": "les brouillons et les résultats, chiffrés",
  "wipe.left.sign-in": "votre session et vos réglages",
  "wipe.left.sites": "l’autorisation pour les sites",
  "wipe.report":
    "{count, plural, one {Transmettre d’abord # résultat ?} other {Transmettre d’abord les # résultats ?}}",
  "wipe.report.do": "Essayer maintenant",
  "site.hashed": "site {mark}"
}
