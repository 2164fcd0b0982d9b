import type { status as english } from "../en/status.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Status". */
export const status: Translation<typeof english> = {
  status: "État",
  "status.lead":
    "État des relais qui utilisent cette base de données. Cette carte s’actualise toutes les dix secondes.",
  "status.asof": "Les informations ci-dessous datent de {time}.",
  "status.fine": "Ce relais est prêt, et aucun modèle n’échoue.",
  "status.unready": "Ce relais n’est pas prêt. {reasons}",
  "status.unready.shutting-down": "Le relais est en cours d’arrêt.",
  "status.unready.database-down": "La base de données ne répond pas : fonctionne-t-elle, et est-elle joignable ?",
  "status.unready.database-behind":
    "Il manque à la base de données {count, plural, one {# étape} other {# étapes}} de cette version : redémarrez le relais, qui s’en charge.",
  "status.unready.silent":
    "Aucun signe de vie de ce relais n’a atteint la base de données depuis {count, plural, one {# seconde} other {# secondes}} ; les autres relais le croient donc arrêté. Son journal dit pourquoi (relay-beat).",
  "status.silent": `{count, plural,
    one {# relais a cessé de répondre. Ses brouillons recommencent quand on les redemande.}
    other {# relais ont cessé de répondre. Leurs brouillons recommencent quand on les redemande.}
  }`,

  "status.relays": "Relais",
  "status.relay": "Relais",
  "status.relay.here": "{id} (celui-ci)",
  "status.state": "État",
  "status.living": "répond",
  "status.dead": "muet depuis {time}",
  "status.since": "Démarré",
  "status.version": "Version",
  "status.version.before": "plus ancienne",
  "status.streams": "Flux",
  "status.memory": "Mémoire",
  "status.megabytes": "{count, number} Mo",
  "status.unknown": "inconnu",

  "status.models": "Modèles qui rédigent",
  "status.models.none": "Aucun modèle n’est configuré : les brouillons sont assemblés à partir d’articles.",
  "status.model": "Modèle",
  "status.model.sentence": "{name} : {state}.",
  "status.model.at": "{name} sur {id}",
  "status.model.answering": "répond depuis {time}",
  "status.model.unasked": "pas sollicité depuis le démarrage du relais",
  "status.model.failing": "échoue depuis {time} ; il est encore sollicité",
  "status.model.away": `{count, plural,
    =0 {en pause depuis {time} ; le prochain brouillon le sollicite ; d’ici sa réponse, le modèle suivant rédige}
    one {en pause depuis {time}, nouvel essai dans # seconde ; d’ici là, le modèle suivant rédige}
    other {en pause depuis {time}, nouvel essai dans # secondes ; d’ici là, le modèle suivant rédige}
  }`,
  "status.running": "En cours",
  "status.running.of": "{count, number} sur {most, number}",
  "status.waiting": "En attente",

  "status.queues": "En cours ou en attente",
  "status.queue.drafts": "Brouillons en cours de rédaction",
  "status.queue.running": "Imports en cours",
  "status.queue.waiting": "Imports en attente",
  "status.queue.deliveries": "Envois de webhooks en attente",
  "status.queue.threads": "Longs tickets en lecture ou en attente",

  "status.budgets": "Budgets du jour",
  "status.prepared": "Brouillons préparés",
  "status.prepared.used":
    "{count, number} pour {people, plural, one {# personne} other {# personnes}} ; {most, number} au plus par personne.",
  "status.cost": "Dépense pour les modèles",
  "status.cost.used":
    "{amount} pour {people, plural, one {# personne} other {# personnes}} ; {most} au plus par personne.",
  "status.cost.free": "{amount} pour {people, plural, one {# personne} other {# personnes}} ; il n’y a pas de limite.",
  "status.used-up": `{count, plural,
    =0 {Personne n’a épuisé son budget.}
    one {# personne a épuisé son budget.}
    other {# personnes ont épuisé leur budget.}
  }`,

  "status.errors": "Erreurs des dernières 24 heures",
  "status.errors.none": "Rien n’a échoué ces dernières 24 heures.",
  "status.errors.hour": "Par heure",
  "status.errors.code": "Par type",
  "status.hour": "Heure",
  "status.kind.request": "Requêtes",
  "status.kind.draft": "Brouillons",
  "status.kind.model": "Modèles",
  "status.kind.import": "Imports",
  "status.kind.webhook": "Webhooks",
  "status.what": "Ce qui a échoué",
  "status.how": "Erreur",
  "status.times": "Fois",

  pages: "Pages des helpdesks",
  "pages.lead":
    "Les navigateurs comptent quelles parties d’une page de ticket ils reconnaissent encore. Ni mots, ni ticket, ni nom.",
  "pages.none": "Aucun navigateur n’a encore rien transmis.",
  "pages.fault":
    "{helpdesk} : « {part} » ne correspond plus depuis le {day}, {browsers, plural, one {# navigateur} other {# navigateurs}}, {tickets, plural, one {# ticket} other {# tickets}}.",
  "pages.fine":
    "{helpdesk} : chaque partie correspond, {browsers, plural, one {# navigateur} other {# navigateurs}} le {day}.",
  "pages.fits-again": "{helpdesk} : « {part} » ne correspondait plus à partir du {day} ; rétabli depuis le {again}.",
  "pages.days": "Ce qui ne correspondait pas, par jour",
  "pages.day": "Jour",
  "pages.helpdesk": "Helpdesk",
  "pages.part": "Partie",
  "pages.extension": "Extension",
  "pages.product": "Version du helpdesk",
  "pages.browsers": "Navigateurs",
  "pages.tickets": "Tickets",

  corrections: "Sélecteurs corrigés",
  "corrections.none": "Le relais n’a pas de fichier de corrections. Les navigateurs utilisent les sélecteurs intégrés.",
  "corrections.stored": "Le relais a le fichier de numéro de série {serial, number}, du {day}.",
  "corrections.of": "{helpdesk} : {count, plural, one {# sélecteur} other {# sélecteurs}}",
  "corrections.applied": "Ce navigateur l’accepte : la signature est bonne, et ces sélecteurs sont corrigés.",
  "corrections.no-key":
    "Ce navigateur ne corrige rien : il n’a pas de clé pour vérifier la signature. Définissez « correctionKey » dans la stratégie du navigateur.",
  "corrections.bad-key":
    "Ce navigateur ne corrige rien : « correctionKey », dans la stratégie du navigateur, n’est pas une clé publique. Une clé a 44 caractères ; plusieurs clés sont séparées par une espace.",
  "corrections.no-ed25519":
    "Ce navigateur ne corrige rien : il est trop ancien pour vérifier la signature. Chrome 137 et Firefox 129 le peuvent.",
  "corrections.bad-signature":
    "Ce navigateur ne corrige rien : la signature n’est pas de sa clé, ou le fichier a été modifié après signature.",
  "corrections.bad-file":
    "Ce navigateur ne corrige rien : la signature est bonne, mais cette version ne sait pas lire le fichier.",
  "corrections.replayed":
    "Ce navigateur ne corrige rien : il a déjà accepté le numéro de série {accepted, number}, et ce fichier a le numéro {serial, number}. Signez-le à nouveau avec un numéro plus grand.",
  "corrections.unusable":
    "Ce navigateur ne corrige rien : « {name} » n’est pas un sélecteur, ou pas un sélecteur que cette version permet de corriger.",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "Helpdesk d’exemple",
  "helpdesk.taught-page": "Pages lues par emplacements",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
}
