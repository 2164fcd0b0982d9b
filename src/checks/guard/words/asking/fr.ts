import type { AskingWords } from "./words.ts"

const GIVE =
  "(?:donn|dict|envoy|écri[rvt]|lis|li[rs]|transf|transm|communiqu|indiqu|pass|montr|recopi|copi|coll|" +
  "not|laiss|fourni|précis|" +
  "di[rt]|rel[iu]s?|li[rs]|épel|confi|photographi|partag|adress|retourn|rapport|renvoy|répét|révél|" +
  "joign|joind|ajout|mett|post|tap|fai[rt]|annonc|souffl|remont|livr|déclin)\\p{L}{0,6}"
const HERE =
  "(?:ici|ci-dessous|là|dessous|dans (?:ce|cette|votre|la|le|notre|un|une) (?:\\p{L}+ )?(?:chat|" +
  "réponse|message|conversation|discussion|fil|courriel|" +
  "ticket|tchat|mail|messagerie|fenêtre)|(?:sous|après) mon message|par (?:retour(?: de (?:mail|" +
  "courriel))?|réponse|retour|courriel|mail)|en (?:réponse|retour)|à la suite)"

export const fr: AskingWords = {
  vague: [
    "(?:un|le|ce|les|des|ces|quatre|six|huit) (?:quatre |six |huit |trois )?(?:nombre|numéro|code|" +
      "chiffres|mot|suite)(?! (?:clients?|postal|du|des|d['’]|de(?! l['’]appli| votre| \\p{L}+ " +
      "chiffres)))"
  ],
  device: ["(?:boîtier|token)", "(?:téléphone|portable|appli(?:cation)?|écran)"],
  coming: [
    "(?:sms|texto)(?: \\S{1,14}){0,5} (?:arriv|parven|part)\\p{L}*",
    "(?:recevrez|recevoir|recevez)(?: \\S{1,14}){0,3} (?:sms|texto)"
  ],
  hand: [
    "(?:à|sur) (?:mon|ma|notre) (?:adresse|boîte|numéro|mail|courriel|portable)",
    "(?:figur|appara[iî]|trouv)\\p{L}*(?: [^\\s.;!?]{1,20}){0,3} dans (?:votre|la) (?:réponse|message)",
    "(?:m['’]|nous |me )(?:est|sont|serait|seraient|sera)(?: [^\\s.;!?]{1,20}){0,2} (?:nécessaires?|" +
      "utiles?|indispensables?)",
    "faites-(?:moi|nous) savoir",
    "\\p{L}{2,20}(?:-(?:le|la|les|l))?-(?:moi|nous)(?:-(?:le|la|les))?",
    `(?:me|m['’]|nous)(?: l[ea]s?)? ?(?:l['’])?${GIVE}`,
    `(?:me|nous) (?:faire|parvenir|faites)`,
    `${GIVE}(?: [^\\s.;:!?]{1,20}){1,10} (?:à (?:moi|nous|mon adresse|notre adresse)|avec (?:moi|nous))`,
    `${GIVE}(?:-l[ea]s?)?(?: [^\\s.,;:!?]{1,20}){0,10} ${HERE}`,
    "répond\\p{L}*(?: [^\\s.;:!?]{1,20}){0,6} (?:avec|en (?:indiquant|donnant|précisant|recopiant))",
    "(?:puis-je|pourrais-je|pourrions-nous|pouvons-nous|je peux|on peut)(?: [^\\s.;:!?]{1,20}){0,4} " +
      "(?:avoir|obtenir|connaître|noter|prendre|récupérer)"
  ],
  need: [
    "(?:je voudrais|nous voudrions|j['’]aimerais) (?:entendre|voir|lire|connaître)",
    "(?:il (?:me|nous)|me|nous|m['’]en|il ne (?:me|nous)) (?:fau\\p{L}+|manqu\\p{L}+|suffi\\p{L}+|reste|faudrait)",
    "(?:j['’]|je |nous |on )(?:\\p{L}+ ){0,2}?(?:besoin|attend\\p{L}*|requier\\p{L}*|requérons|aurais " +
      "besoin|aurai besoin|ai besoin|voudrais|souhaite\\p{L}*|cherche)",
    "(?:j['’]ai|nous avons|j['’]aurais|j['’]aurai|nous aurons|on a) (?:\\p{L}+ )?besoin",
    "(?:me|nous) (?:est|sont|serait|seraient|sera) (?:\\p{L}+ )?(?:nécessaires?|utiles?|indispensables?)",
    "(?:doit|doivent|devra|devront)(?: [^\\s.;!?]{1,20}){0,3} (?:me|nous)",
    "(?:manque|manquent|suffit|suffisent|suffira|suffiront)",
    "(?:est|sont|sera|seront) (?:\\p{L}+ )?(?:requis|nécessaires?|demandée?s?|attendue?s?)"
  ],
  once: [
    "(?:dès que|une fois que|quand|lorsque|aussitôt que|tant que|sitôt que|après que) (?:j['’]|je |" +
      "nous |on |vous )(?:\\p{L}+ ){0,3}?(?:ai|aurai|avons|aurons|a|aura|dispose|reçois|recevons|connais|" +
      "vois|tiens|ai pas)",
    "une fois(?: [^\\s,.;!?]{1,20}){1,6} (?:reçue?s?|en (?:ma|notre) possession|entre (?:mes|nos) " +
      "mains|sous (?:mes|les) yeux)",
    "(?:à réception|dès réception) d\\p{L}*",
    "(?:dès que|quand|lorsque|une fois que)(?: [^\\s,.;!?]{1,20}){1,6} (?:me|nous|m['’]\\p{L}+)",
    "sans (?:lui|elle|eux|cela|ça|le|la|les|votre|vos|l['’]\\p{L}+|ce|cette|" +
      "ces)(?=[^.;!?]{0,80}(?<!\\p{L})(?:je|j['’]|nous|on))"
  ],
  use: [
    "(?:je|nous) (?:dois|devons) (?:\\p{L}+ )?(?:saisir|entrer|taper)",
    "(?:je|nous|on) (?:l[ea]s?|l['’]) ?(?:saisi\\p{L}*|entr\\p{L}+|tap\\p{L}+|utilis\\p{L}+|" +
      "inscri\\p{L}+|rentr\\p{L}+|compos\\p{L}+)",
    "s['’]il vous plaît(?=[.;!?,]|$)",
    "svp"
  ],
  question: [
    "quel(?:le)?s? (?:\\p{L}+ ){1,3}(?:avez|aviez|utilis\\p{L}+)[- ]?(?:vous)?",
    "que[l]s? (?:est|sont|était|étaient|fut)",
    "quel(?:le)?s? (?:est|sont|était|étaient)",
    "qu['’]est-ce qui",
    "que (?:dit|lit-on|voyez-vous|lisez-vous|montre|indique)"
  ],
  reason: [
    "(?:et|puis) (?:c['’]est|tout est|le tour)",
    "aussitôt",
    "sans quoi",
    "faute de quoi",
    "(?:pour que|afin que|ainsi que) (?:je|j['’]\\p{L}+|nous|on)",
    "(?:et|puis|ensuite|ainsi|alors) (?:je|j['’]\\p{L}+|nous|on) \\p{L}+",
    "je (?:m['’]en|me|le|la|les|vous|pourrai|termine|peux|m['’])",
    "(?:me|nous) (?:permet\\p{L}*|permettra)",
    "je m['’]\\p{L}+",
    "pour (?:vous identifier|ma vérification|ma saisie)",
    "je (?:\\p{L}+ )?(?:moi-même|aussitôt|tout de suite|à votre place)",
    "de mon côté",
    "(?:termine|débloque|valide|finalise|saisis|bascule|règle|fais|entre)(?: \\p{L}+){0,2} (?:pour vous|moi-même)"
  ],
  point: [
    "chiffres?",
    "ce qu['’]il (?:contient|dit)",
    "ce qui (?:y|s['’]y) \\p{L}+",
    "(?:photo|image|capture)(?! (?:d|du|des|de)(?!\\p{L}))",
    "suivre",
    "transfér\\p{L}+",
    "(?:me|nous|vous|pouvez|de|à|pour) l[ea]s?(?= \\p{L}+(?:er|ir|re|ez)(?!\\p{L}))",
    "(?<=\\p{L}-)l[ea]s?",
    "(?:me|nous|vous|pouvez|de|à|pour) l['’]\\p{L}+(?:er|ir|re|ez)",
    "ceux-ci",
    "celui-ci",
    "celle-ci",
    "celles-ci",
    "cela",
    "ça",
    "d['’]entre eux",
    "d['’]entre elles",
    "tous les deux",
    "c['’]est",
    "ce sont"
  ],
  plain: [
    "(?:numéros?|n°|référence) (?:de |d['’])(?:commande|client|facture|dossier|suivi|contrat|" +
      "réservation|série|téléphone|compteur|colis|membre|adhérent|billet|police|modèle)",
    "(?:quatre|4|trois|3|deux|2) derni\\p{L}+",
    "(?:message|code) d['’]erreur",
    "captures?(?! (?:\\p{L}+ )?d)",
    "adresse (?:postale|e-?mail|de livraison)",
    "montant",
    "référence"
  ],
  whether: [
    "comment(?! vous vous)",
    "pourquoi",
    "où",
    "(?:à |de |dans |sur |pour )?quel(?:le)?s?(?! (?:code|chiffre|numéro|nombre))",
    "ce qui s['’]est"
  ],
  under: ["si", "quand", "que", "s['’]il"],
  approve: [
    "(?:validez|acceptez|approuvez|confirmez|autorisez|appuyez|cliquez|touchez|scannez|flashez|" +
      "photographiez|choisissez|répondez|pointez)(?: [^\\s.;!?]{1,20}){0,10} (?:« ?)?(?:oui|autoriser|" +
      "accepter|valider|confirmer|approuver|associer|connecter|demande|notification|invite|appareil|qr|" +
      "alerte)"
  ],
  enter: [
    "(?:je|nous|on|notre \\p{L}+|mon \\p{L}+|ma \\p{L}+)(?: [^\\s.;!?]{1,20}){0,3} (?:connect\\p{L}*|" +
      "entr\\p{L}+|accéd\\p{L}+|rentr\\p{L}+|suis|serai|sommes|serons)(?: [^\\s.;!?]{1,20}){0,3} " +
      "(?:compte|espace|profil|messagerie|votre nom|votre place)"
  ],
  own: [
    "renvoi\\p{L}*",
    "renvoyons",
    "expirée?",
    "(?:uniquement|seulement|exclusivement|vous-même)(?: [^\\s.;!?]{1,20}){0,3} (?:dans|sur|à|au)",
    "(?:saisi\\p{L}*|entre[zr]|tape[zr]|compose[zr]|utilise[zr])(?: [^\\s.;!?]{1,20}){0,6} (?:dans " +
      "l['’]application|sur (?:le|la|l['’]|votre) ?\\p{L}+|dans (?:le panier|votre espace|le champ|la " +
      "case))",
    "(?:à|avec) (?:personne|quiconque|un tiers)",
    "pour vous (?:seul|seule)"
  ]
}
