import type { Phrases } from "./phrases.ts"

export const fr: Phrases = {
  blame: [
    "(?:vous auriez|tu aurais) (?:dû|pu|mieux fait)(?: \\p{L}+){0,4}",
    "(?:vous (?:avez|n['’]avez)|tu (?:as|n['’]as)) (?:\\p{L}+ )?(?:oublié|négligé|omis|ignoré|mal (?:lu|compris|saisi|renseigné)|pas (?:\\p{L}+ )?(?:lu|vérifié|respecté|suivi|fait attention|regardé|pris la peine)|même pas(?: \\p{L}+)?|refusé)",
    "(?:si vous aviez|si tu avais|aviez-vous)(?: \\p{L}+){0,4}",
    "(?:votre|ta|vos) (?:propre )?(?:faute|erreur|négligence|responsabilité|inattention|étourderie)",
    "(?:de votre|par votre) (?:faute|négligence)",
    "erreur (?:de manipulation|de votre part|d['’]utilisation)",
    "comme (?:je|nous) (?:vous )?(?:l['’]|le )?(?:ai|avons|l['’]avons|disais|disions)?(?: \\p{L}+){0,2} (?:déjà )?(?:dit|expliqué|indiqué|écrit|précisé|signalé|mentionné|répété)",
    "comme (?:déjà )?(?:dit|expliqué|indiqué|précisé|mentionné)(?: \\p{L}+)?",
    "(?:je|nous) (?:vous )?(?:l['’])?(?:ai|avons) (?:pourtant |bien )?déjà(?: \\p{L}+){0,3}",
    "pour la (?:deuxième|troisième|énième|dernière|seconde) fois",
    "(?:vous prétendez|vous affirmez|prétendument|soi-disant|prétendu\\p{L}*)",
    "(?:la prochaine fois|à l['’]avenir),? (?:veuillez |merci de |pensez à |il faudra )?(?:\\p{L}+ )?(?:lire|lisez|vérifier|vérifiez|faire attention|faites|bien|mieux)(?: \\p{L}+){0,3}",
    "calmez-vous|un peu de calme|votre ton|sur un autre ton|restez poli\\p{L}*",
    "(?:c['’]est|c['’]était) (?:pourtant )?(?:clairement|bien|écrit|indiqué) (?:\\p{L}+ )?(?:indiqué|écrit|précisé|noir sur blanc)?",
    "(?:visiblement|manifestement|apparemment),? vous(?: \\p{L}+){0,5}",
    "(?:qui|vous) ne (?:lis\\p{L}+|vérifi\\p{L}+|regard\\p{L}+) pas(?: \\p{L}+){0,2}",
    "parce que vous(?: \\p{L}+){0,4}",
    "il suffisait de(?: \\p{L}+){0,3}",
    "vous n['’]aviez qu['’]à",
    "ce n['’]est pas (?:si |bien )?compliqué",
    "si (?:vos|votre)(?: \\p{L}+){1,4} étai\\p{L}+ plus",
    "(?:vous l'avez|l'avez-vous) (?:sûrement|sans doute) (?:fait tomber|cassé|mouillé)",
    "bon sens",
    "il fallait(?: \\p{L}+){1,4}",
    "faire (?:plus )?attention"
  ].join("|"),
  cold: {
    curt: "(?:c['’]est |ce n['’]est )?(?:pas possible|impossible)|(?:frais|décision|prix|pénalités?) (?:restent?|est|sont) (?:dus?|définiti\\p{L}+|maintenu\\p{L}*)|aucune exception|pas d['’]exception|(?:demande|réclamation|remboursement|retour) (?:a été |est )?(?:refusée?|rejetée?|déclinée?)|(?:refusé|rejeté)|nous ne (?:faisons|proposons|acceptons) pas (?:ça|cela)|c['’]est le règlement|le règlement c['’]est le règlement|(?:on n['’]y peut|nous n['’]y pouvons|je n['’]y peux) rien|(?:nous ne pouvons|je ne peux) (?:rien faire|pas vous aider)|(?:il faudra|vous devrez|il faut) (?:donc )?(?:attendre|patienter)|attendez|dossier (?:clos|fermé)|ticket (?:clos|fermé)|pas de remboursement|non(?=[.!])|voir (?:les )?cgv|lisez les cgv|pas (?:de )?notre ressort",
    rude: "(?:ce n['’]est |c['’]est )?pas (?:notre|mon) (?:problème|faute|affaire|souci)|(?:c['’]est )?votre problème|lisez (?:donc )?(?:la|les|le) (?:notice|conditions|règlement|cgv|contrat|manuel|faq|consignes|description)(?: \\p{L}+){0,2}|débrouillez-vous|cherchez (?:sur|vous-même)|tant pis(?: pour vous)?|c['’]est comme ça|c['’]est à prendre ou à laisser|arrêtez de(?: \\p{L}+){0,3}|n['’]écrivez plus|adressez-vous ailleurs|peu importe|cela ne nous (?:regarde|intéresse) pas|aucune idée|et alors"
  },
  apology: {
    plain:
      "désolée?s?(?! d['’]apprendre)|navrée?s?|excuses?(?! pas)|excuser|excusez|pardon(?:ner|nez)?|(?:je|nous) regrett\\p{L}+",
    heavy:
      "mille (?:excuses|pardons)|(?:aucun mot|les mots (?:me |nous )?manquent|pas de mots)|honteu\\p{L}+|(?:nous avons|j['’]ai) honte|impardonnable|inexcusable|(?:du fond du|de tout) (?:\\p{L}+ )?c(?:œ|oe)ur|infiniment|à genoux|supplie|supplions|confus\\p{L}* et|mortifié\\p{L}*|ne (?:saurions|saurais)(?: \\p{L}+)* assez",
    none: "(?:pas|inutile|n['’]avez pas)(?: \\p{L}+){0,4} (?:besoin )?(?:de )?(?:vous )?(?:excuser|excuses)|ne vous excusez pas|vos excuses"
  },
  jargon: [
    "(?:support |équipe )?(?:de )?niveau [1-3]|n[1-3](?= )|[lt][1-3]",
    "escalad\\p{L}*",
    "(?:file d['’]attente|queue|backlog)",
    "(?:ticket|sous-ticket) (?:parent|enfant|fils|fille|fusionné|lié|interne)|sous-ticket\\p{L}*",
    "fusionn\\p{L}+(?: \\p{L}+){0,3}",
    "(?:statut|état) [«\"“']? ?(?:pending|en attente|on hold|résolu|solved|ouvert)",
    "macros?",
    "déploi\\p{L}*|hotfix|rollback|sprint|backend|staging|back-?office|provisionn\\p{L}*|whitelist\\p{L}*|triage|reproductible|ordonnancement|workflow",
    "jira|zendesk"
  ],
  shouted:
    "TROIS|QUATRE|CINQ|SIX|SEPT|HUIT|NEUF|DIX|ABSOLUMENT|ATTENTION|AUCUN|AUCUNE|AVANT|BIEN|CE|DÉJÀ|DEJA|DEUX|DOIT|DEVEZ|ENCORE|EXACTEMENT|IL|IMMÉDIATEMENT|IMPERATIF|IMPÉRATIVEMENT|IMPORTANT|JAMAIS|LIRE|LISEZ|MAINTENANT|MERCI|NE|NON|NOUS|OBLIGATOIRE|OBLIGATOIREMENT|PAS|PLUS|RIEN|SANS|SEUL|SEULE|SEULEMENT|SURTOUT|STOP|TOUJOURS|TOUS|TOUT|TOUTE|TOUTES|TRÈS|TRES|UNE|UNIQUEMENT|URGENT|VOUS|VOTRE|VRAIMENT|LE|LA|LES|EST|ET|DANS",
  greeting: "bonjour|bonsoir|salut|chers?|chères?|madame|monsieur|mesdames|messieurs|mademoiselle|hello",
  opening:
    "merci|(?:je|nous) vous remerci\\p{L}*|(?:je suis|nous sommes) (?:vraiment |sincèrement )?désolé\\p{L}*|désolé\\p{L}*|bienvenue|ravi\\p{L}*",
  hello: "Bonjour,",
  kind: "désolé\\p{L}*|excus\\p{L}*|merci|malheureusement|regrett\\p{L}*|s['’]il vous plaît|svp|veuillez|volontiers|avec plaisir|compren\\p{L}*|parce que|car|puisque|en revanche|toutefois|cependant|mais (?:vous|nous|je)|vous pouvez|nous pouvons|je peux|si vous|dès que|plutôt|voici|je vous invite|navré\\p{L}*",
  guarantee:
    "(?:je|nous) (?:vous )?(?:garanti\\p{L}*|promet\\p{L}*|assur(?:e|ons)|certifi\\p{L}*)|garanti\\p{L}* (?:à|que|sans)|(?:nous|je) (?:vous )?(?:ferons|ferai|faisons|fais|allons faire|vais faire) (?:\\p{L}+ )?(?:une exception|un geste)|au plus tard|à titre exceptionnel|exceptionnellement|(?:nous|je) (?:vous )?(?:remplacer\\p{L}*|remplaçons|rembours\\p{L}*|échang\\p{L}*|offr\\p{L}*|prolong\\p{L}*|prendr\\p{L}* en charge|prenons en charge|annuler\\p{L}* les frais)|(?:on|nous) vous (?:change|changeons|remplace|fait un geste|faisons un geste|offre)|vous (?:recevrez|aurez|serez)(?: \\p{L}+){0,5} (?:remboursé\\p{L}*|nouveau|nouvelle|remplacement|geste|bon|demain|gratuit\\p{L}*)|(?:cela|ça) n['’]arrivera plus(?: jamais)?|ne se (?:re)?produira plus(?: jamais)?|à vie|gratuit\\p{L}*|sans frais|à nos frais",
  step: "(?:je|nous) (?:vais|allons) (?:\\p{L}+ )?(?:vérifier|demander|regarder|écrire|rappeler|appeler|voir|transmettre|tenir|contacter|revenir|informer|essayer)|(?:je|nous) (?:vous )?(?:reviens|revenons|reviendr\\p{L}*|tiens|tenons|tiendr\\p{L}*|écri\\p{L}*|appell\\p{L}*|recontact\\p{L}*|transmet\\p{L}*|vérifi\\p{L}*|demand\\p{L}*|contact\\p{L}*)|(?:j['’]ai|nous avons|a été|ont été|nous venons de|je viens de) (?:\\p{L}+ )?(?:\\p{L}+é\\p{L}*|fait|mis|émis|transmis|pris|remis|écrit)?|espér\\p{L}*|espère|(?:ne|n['’])(?: ?\\p{L}+){0,3} (?:pas|rien) (?:\\p{L}+ )?(?:promettre|garantir|assurer)|sans garantie|souhaitez-vous|préférez-vous|en général|normalement|habituellement|devrait|en principe",
  note: "todo|à (?:compléter|vérifier|remplir|insérer)(?: \\p{L}+){0,3}|avant (?:l['’])?envoi|compléter ici|tbd",
  gap: "nom|prénom|numéro|date|montant|commande|suivi|lien|signature|client\\p{L}*|agent|ville|produit|article|heure|e-?mail|adresse|téléphone|société|motif|prix|jour|mois|ici|insérer|compléter|votre|référence",
  negation: {
    word: "ne|pas|non|jamais|aucun\\p{L}*|rien|personne|nul(?:le|s|les)?|sans|ni|guère|sauf|hormis|excepté|incapable\\p{L}*|refus\\p{L}*|rejet\\p{L}*|échou\\p{L}*|manqu\\p{L}*|exclu\\p{L}*",
    within:
      "n['’]\\p{L}+|non-\\p{L}+|im(?:possible|probable|propre|parfait)\\p{L}*|in(?:valide|correct|compl|disponible|exact|suffisant|utile|acti|connu|accessible|compatible|certain|terdi|exist)\\p{L}*|ir(?:régul|récup|réalis)\\p{L}*|il(?:légal|lisible)\\p{L}*|dés(?:activ|accord|inscri)\\p{L}*"
  },
  when: "aujourd['’]hui|demain|hier|après-demain|avant-hier|maintenant|bientôt|prochainement|plus tard|plus tôt|tout de suite|aussitôt|immédiatement|tout à l['’]heure|(?:semaine|mois|année|an|jour|week-end) (?:prochaine?|derni(?:er|ère)|suivante?|passée?)|ce(?:t|tte)? (?:semaine|mois|année|matin|soir|nuit|après-midi|week-end)|week-end|midi|minuit|quotidien\\p{L}*|hebdomadaire\\p{L}*|mensuel\\p{L}*|annuel\\p{L}*",
  amount:
    "une fois|doubl(?:er|é|e)\\p{L}*|tripl(?:er|é|e)\\p{L}*|moitié|demie?|(?:premi(?:er|ère)|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième)s?|dizaine\\p{L}*|douzaine\\p{L}*|vingtaine\\p{L}*|centaine\\p{L}*|cents?|mille|milliers?|millions?|milliards?|seize|dix-(?:sept|huit|neuf)|quatre-vingt\\p{L}*|quart|tiers|paires?|zéro"
}
