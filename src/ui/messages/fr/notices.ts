import type { notices as english } from "../en/notices.ts"
import type { Translation } from "../translation.ts"

/** What the bar says: what happened | what is safe, what to do. */
export const notices: Translation<typeof english> = {
  "notice.relay-unreachable":
    "Le relais ne répond pas.|Ce qui est conservé ici fonctionne encore. Démarrez le relais ; cette page se reconnecte d’elle-même.",
  "notice.no-network": "Vous êtes hors ligne.|Ce qui est conservé ici fonctionne encore.",
  "notice.relay-stopped": `{count, plural,
    =0 {Le relais a cessé de répondre.|Rien n’a encore été écrit. Régénérez, ou rédigez vous-même.}
    one {Le relais a cessé de répondre après # phrase.|Elle est conservée. Régénérez, ou terminez vous-même.}
    other {Le relais a cessé de répondre après # phrases.|Elles sont conservées. Régénérez, ou terminez vous-même.}
  }`,
  "notice.relay-other-version":
    "Le relais est d’une autre version.|Rien n’a été envoyé. Mettez à jour l’extension ou le relais, pour qu’ils concordent.",
  "notice.policy":
    "La stratégie de votre organisation ne permet aucun envoi.|Rien n’est perdu. L’envoi se fera de lui-même une fois la stratégie corrigée.",
  "notice.model-failed": "Le modèle a répondu par une erreur.|Rien n’est perdu. Régénérez, ou rédigez vous-même.",
  "notice.model-cut": `{count, plural,
    =0 {Le modèle s’est arrêté trop tôt.|Rien n’a encore été écrit. Régénérez, ou rédigez vous-même.}
    one {Le modèle s’est arrêté trop tôt, après # phrase.|Elle est conservée. Régénérez, ou terminez vous-même.}
    other {Le modèle s’est arrêté trop tôt, après # phrases.|Elles sont conservées. Régénérez, ou terminez vous-même.}
  }`,
  "notice.model-silent": `{count, plural,
    =0 {Le modèle a cessé de répondre.|Rien n’a encore été écrit. Régénérez, ou rédigez vous-même.}
    one {Le modèle a cessé de répondre après # phrase.|Elle est conservée. Régénérez, ou terminez vous-même.}
    other {Le modèle a cessé de répondre après # phrases.|Elles sont conservées. Régénérez, ou terminez vous-même.}
  }`,
  "notice.model-empty": "Le modèle a renvoyé une réponse vide.|Régénérez, ou rédigez vous-même.",
  "notice.model-away":
    "Le modèle a échoué plusieurs fois de suite et n’est plus sollicité pour l’instant.|Rien n’est perdu. Régénérez dans une minute, ou rédigez vous-même.",
  "notice.model-queue-full":
    "Le modèle est occupé, et beaucoup de brouillons l’attendent déjà.|Rien n’est perdu. Régénérez dans une minute, ou rédigez vous-même.",
  "notice.budget-cost":
    "Le budget du jour pour les modèles est épuisé.|Rédigez vous-même ; les brouillons reprennent à 00:00 UTC.",
  "notice.budget-month":
    "Le budget du mois pour les modèles est épuisé.|Rédigez vous-même ; un admin peut l’augmenter dans models.yaml.",
  "notice.budget-prepared":
    "Les brouillons préparés du jour sont épuisés.|Cliquez sur Régénérer pour un brouillon de ce ticket.",
  "notice.relay-busy": "Le relais est occupé.|Rien n’est perdu. Régénérez dans une minute.",
  "notice.relay-error":
    "Le relais a signalé une erreur.|Rien n’est perdu. Régénérez ; si elle se répète, prévenez la personne qui gère le relais.",
  "notice.database-down":
    "Le relais ne joint pas sa base de données.|Rien n’est perdu. Quand la base est de retour, cette page reprend d’elle-même.",
  "notice.disk-full":
    "Le disque du relais est plein.|Rien n’est perdu. La personne qui gère le relais doit faire de la place.",
  "notice.signed-out-by-relay":
    "Le relais a déconnecté ce navigateur.|Vos brouillons restent ici, chiffrés. Associez-le à nouveau avec un nouveau code.",
  "notice.logged-out":
    "Votre session dans le helpdesk est fermée.|Rien n’a été écrit. Reconnectez-vous au helpdesk, puis revenez à ce ticket.",
  "notice.page-changed":
    "Élément absent de la page du helpdesk : {part}.|Rien n’a été écrit. La copie fonctionne, et « Utiliser le texte sélectionné » aussi. L’admin de votre équipe le voit.",
  "notice.page-unfit":
    "La page du helpdesk a changé. Élément absent : {part}.|Les fonctions qui en ont besoin sont suspendues. La copie fonctionne, et « Utiliser le texte sélectionné » aussi. L’admin de votre équipe le voit.",
  "notice.other-ticket": "Un autre ticket est à l’écran.|Rien n’a été écrit. Revenez à ce ticket, ou copiez.",
  "notice.newer-message":
    "{author} a écrit à nouveau.|Rien n’a été écrit. Régénérez pour y répondre ; vos modifications sont conservées.",
  "notice.newer-note": "Inséré, mais ce ticket a une note interne plus récente.|Lisez-la avant d’envoyer.",
  "notice.not-public":
    "L’éditeur à l’écran n’est peut-être pas celui d’une réponse publique.|Rien n’a été écrit. Ouvrez la réponse publique, ou copiez.",
  "notice.copy-only":
    "Rien dans la page de ce helpdesk ne prouve qu’une réponse va au client.|Rien n’a été écrit, au cas où ce serait une note interne. Copiez, puis collez dans la réponse.",
  "notice.no-selection":
    "Rien n’est sélectionné dans la page.|Sélectionnez ce que le client a écrit, puis cliquez à nouveau.",
  "notice.bad-recipe":
    "Les emplacements enregistrés pour ce site sont inutilisables.|Montrez à nouveau où est le ticket.",
  "notice.known-helpdesk": "Replywright lit ce helpdesk de lui-même.|Ouvrez-y un ticket.",
  "notice.no-editor":
    "Aucun éditeur de réponse n’est ouvert.|Rien n’a été écrit. Ouvrez d’abord la réponse, ou copiez.",
  "notice.no-shown-box":
    "La zone de réponse n’est plus là où elle a été montrée.|Rien n’a été écrit. Ouvrez d’abord la réponse. Si elle est ouverte, cliquez sur « Montrer à nouveau », ou copiez.",
  "notice.macros-unreadable":
    "Les macros sont illisibles pour l’instant.|Rien n’a été écrit. Réessayez dans une minute, ou appliquez la macro dans le helpdesk.",
  "notice.macro-gone":
    "Cette macro n’existe plus, ou n’écrit plus de réponse publique.|Rien n’a été écrit. Choisissez-en une autre.",
  "notice.macro-there": "Ce texte est déjà dans la réponse.|Rien n’a été écrit une seconde fois.",
  "notice.not-there":
    "Le texte n’est pas dans l’éditeur.|L’éditeur ne l’a pas accepté. Vérifiez le texte de l’éditeur, puis copiez et collez.",
  "notice.already-inserted": "Ce qui a été inséré auparavant a été modifié.|Rien n’a été écrasé.",
  "notice.no-message":
    "Le message {n} n’est pas dans cette page.|Ouvrez l’historique du ticket, puis cliquez à nouveau.",
  "notice.blank-open": `{count, plural,
    one {# blanc est à remplir.|Cliquez à nouveau sur Insérer pour l’insérer sous la forme {blanks}.}
    other {# blancs sont à remplir.|Cliquez à nouveau sur Insérer pour les insérer sous la forme {blanks}.}
  }`,
  "notice.message-sent":
    "Vous avez envoyé le message entre-temps.|Rien n’a été écrit. Cliquez sur Insérer pour le suivant.",
  "notice.inserted": "Inséré.|Relisez-le dans la réponse, puis envoyez-la vous-même.",
  "notice.inserted-unchecked":
    "Inséré, non vérifié.|Seules les règles l’ont contrôlé. Relisez-le dans la réponse avant de l’envoyer.",
  "notice.handed-over": "Note de transmission copiée.|Collez-la là où votre collègue la lira.",
  "notice.sentence-added": "Ajouté :|« {words} ». Touche {n, number} pour le retirer.",
  "notice.sentence-removed": "Retiré :|« {words} ». Touche {n, number} pour le remettre.",
  "notice.copied": "Copié.|Collez-le dans la réponse.",
  "notice.copied-unchecked":
    "Copié, pas encore vérifié.|Seules les règles l’ont contrôlé. Revenez voir ici avant d’envoyer.",
  "notice.copied-open": "Copié, avec {things}.|Relisez la réponse avant de l’envoyer.",
  "notice.copy-failed":
    "Le navigateur n’a pas autorisé la copie.|Cliquez sur Modifier, sélectionnez le texte et copiez-le vous-même.",
  "notice.unreadable":
    "Le dernier message est illisible pour l’instant.|Rien n’a été écrit, car le brouillon répond peut-être à un message plus ancien. La copie fonctionne.",
  "notice.token-wanted":
    "L’API du helpdesk n’a rien renvoyé pour ce ticket.|La carte du haut dit quoi faire ; ou montrez où est le ticket.",
  "notice.several":
    "Ce ticket a plusieurs conversations, et l’adresse de la page n’en désigne aucune.|Montrez où est le ticket, ou utilisez un texte que vous sélectionnez.",
  "notice.mask-timeout":
    "Le masquage des données personnelles a pris trop de temps.|Rien n’a quitté le navigateur. Régénérez pour réessayer.",
  "notice.too-long":
    "Ce ticket est trop long : ses derniers messages dépassent 100 000 caractères, ou l’ensemble dépasse un million.|Rien n’a quitté le navigateur. Rédigez cette réponse vous-même.",
  "notice.older-left-out": `{count, plural,
    one {# message plus ancien a été omis.|Le brouillon part du premier et des derniers messages de ce long fil.}
    other {# messages plus anciens ont été omis.|Le brouillon part du premier et des derniers messages de ce long fil.}
  }`,
  "notice.too-large":
    "La requête est trop volumineuse pour le relais.|Rien n’est perdu. Rédigez cette réponse vous-même, ou raccourcissez votre demande.",
  "notice.too-many-drafts":
    "Vous avez déjà six brouillons en cours.|Rien n’est perdu. Régénérez quand l’un d’eux est prêt.",
  "notice.empty-ticket":
    "Ce ticket n’a pas de texte auquel répondre.|Rien n’a quitté le navigateur. Les pièces jointes ne sont pas lues.",
  "notice.store-full":
    "Cet ordinateur n’a plus de place pour d’autres brouillons.|Ce brouillon fonctionne jusqu’à la fermeture du navigateur. Supprimez les anciens brouillons dans la fenêtre de l’extension, ou libérez de l’espace.",
  "notice.store-lost":
    "Les brouillons conservés sur cet ordinateur ont disparu.|Quelqu’un a effacé les données du navigateur. Les tickets du helpdesk sont inchangés.",
  "notice.outcome-taken":
    "Le résultat du ticket {ticket} n’a pas été enregistré.|Son brouillon ou son résultat appartient à quelqu’un d’autre, ou à un autre ticket. Vous n’avez rien à faire.",
  "notice.may-not-erase":
    "Vous ne pouvez pas effacer ce ticket.|Rien n’a été effacé. Les agents qui y ont demandé un brouillon le peuvent, ainsi que les responsables et les admins ; un admin a peut-être réservé l’effacement aux responsables et aux admins.",
  "notice.erased": "Effacé.|Les brouillons et les résultats de ce ticket ont disparu, ici et sur le relais.",
  "notice.framed-twice":
    "Le dernier message de votre équipe {what, select, greeting {salue} closing {est signé} other {salue et est signé}} deux fois.|Si le helpdesk salue et signe lui-même, dites-le dans la fenêtre de l’extension, et l’insertion omettra les deux.",
  "notice.site-off":
    "Replywright est désactivé sur ce site.|Rien n’est lu ici. Activez-le dans la fenêtre de l’extension.",
  "notice.switched-off":
    "{by, select, policy {Votre organisation} other {Votre équipe}} a désactivé Replywright ici.|Rien de ce ticket n’est enregistré ni envoyé. La règle : {when}.",
  "notice.model-off":
    "{by, select, policy {Votre organisation} other {Votre équipe}} a désactivé les modèles pour ce ticket.|Les brouillons sont écrits sans modèle. La règle : {when}.",
  "notice.stale": "{author} a écrit à nouveau, {ago}.|L’insertion est désactivée, car ce brouillon n’y répond pas.",
  "notice.stale.edited":
    "{author} a écrit à nouveau, {ago}.|L’insertion est désactivée, car ce brouillon n’y répond pas. Vos modifications sont conservées.",
  "notice.offline": "Vous êtes hors ligne.|Le brouillon de {time} fonctionne encore.",
  "notice.no-relay": "Le relais ne répond pas.|Le brouillon de {time} fonctionne encore.",
  "notice.waiting": `{count, plural,
    one {# résultat sera transmis une fois la connexion rétablie.}
    other {# résultats seront transmis une fois la connexion rétablie.}
  }`,
  "notice.failed": `{count, plural,
    =0 {Il n’y a pas de brouillon.|Rien n’a été écrit. Régénérez, ou rédigez vous-même.}
    one {Le brouillon s’est arrêté trop tôt, après # phrase.|Elle est conservée. Régénérez, ou terminez vous-même.}
    other {Le brouillon s’est arrêté trop tôt, après # phrases.|Elles sont conservées. Régénérez, ou terminez vous-même.}
  }`,
  "notice.stopped": "Arrêté.|Ce qui est écrit est conservé. Régénérez, ou terminez vous-même.",
  "notice.preparing-unused":
    "Dix brouillons préparés de suite n’ont pas servi : seuls les résumés sont préparés.|Cliquez sur Régénérer pour un brouillon.",
  "notice.preparing-budget":
    "Les brouillons préparés du jour sont épuisés.|Cliquez sur Régénérer pour un brouillon de ce ticket. Ils reprennent à 00:00 UTC.",
  "notice.preparing-policy":
    "Votre organisation a désactivé les brouillons préparés.|Cliquez sur Régénérer pour en avoir un.",
  "notice.preparing-team":
    "Les brouillons préparés sont désactivés pour cette équipe.|Cliquez sur Régénérer pour en avoir un.",
  "notice.preparing-rule":
    "Les brouillons préparés sont désactivés pour ce ticket.|Cliquez sur Régénérer pour en avoir un.",
  "notice.preparing-choice": "Les brouillons ne sont pas préparés.|Cliquez sur Régénérer pour en avoir un.",
  "notice.rejected": "Noté : pas utile.|Le brouillon reste. Une raison aide à améliorer le prochain.",
  "notice.unrejected": "Annulé.|Rien n’est transmis.",
  "notice.reply-sent": "La réponse correspondant à ce brouillon est partie.|Ce que vous avez noté est inchangé.",
  "notice.not-ready": "Ce brouillon n’est pas prêt pour cela.|Rien n’a été modifié. Réessayez quand il sera écrit.",
  "notice.locked":
    "Vos brouillons sont verrouillés.|Rien n’a été modifié. Ils s’ouvrent d’eux-mêmes quand le relais répond.",
  "notice.policy-broken":
    "La stratégie de votre organisation est incompréhensible.|Rien n’a été modifié. Replywright reprend de lui-même quand elle est corrigée.",
  "notice.no-answer": "L’extension n’a pas répondu.|Rien n’a été modifié. Réessayez.",
  "notice.other": "Cela n’a pas fonctionné.|{message}",
  "notice.somebody": "Le client",
  "notice.something": "une partie du ticket"
}
