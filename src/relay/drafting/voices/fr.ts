import { listed, between, only, opensOrHas, withFigure, word } from "./pattern.ts"
import type { Voice } from "./voice.ts"

const NUMBER = "\\d+(?:[.,]\\d+)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quatorze|quinze|trente"

const NEEDED = word(
  "(?:envoyez|écrivez|indiquez|dites|donnez|communiquez)[- ]nous|il nous faut|nous avons besoin|contactez[- ]nous|confirmez (?:votre|vos|la|le)|signez"
)

export const fr: Voice = {
  greeting: (name) => (name ? `Bonjour ${name},` : "Bonjour,"),
  closing: "Cordialement,",
  courtesy: {
    sorry: "Nous sommes désolés pour ce désagrément.",
    again: "Nous vous remercions de votre retour.",
    first: "Nous vous remercions de votre message."
  },
  informalCourtesy: {
    sorry: "Nous sommes désolés pour ce désagrément.",
    again: "Merci pour ton retour.",
    first: "Merci pour ton message."
  },
  unanswered: "Nous n’avons malheureusement pas encore d’information à ce sujet.",
  holding: "Merci de nous avoir prévenus. Les collègues chargés de ces cas examinent votre message et vous répondront.",
  askBack: {
    trouble: "Pourriez-vous nous décrire un peu plus précisément ce qui se passe ?",
    unclear: "Pourriez-vous nous dire ce que nous pouvons faire pour vous ?",
    other: "Pourriez-vous nous décrire un peu plus précisément votre besoin ?"
  },
  informalAskBack: {
    trouble: "Pourrais-tu nous décrire un peu plus précisément ce qui se passe ?",
    unclear: "Pourrais-tu nous dire ce que nous pouvons faire pour toi ?",
    other: "Pourrais-tu nous décrire un peu plus précisément ton besoin ?"
  },
  otherLanguage: (title, language) => `réponse en français (en ${language} seulement : « ${title} »)`,
  whichCase: (names) => `Lequel de ces cas est le vôtre : ${listed(names, "« ", " »", "ou")} ?`,
  space: " ",
  trouble: word(
    "manqu(?:e|ent|ant\\p{L}*)|introuvable|perdu\\p{L}*|cassé\\p{L}*|casse|fêlé\\p{L}*|fissuré\\p{L}*|abîmé\\p{L}*|endommagé\\p{L}*|défectueu\\p{L}*|défaut|en panne|panne|mauvais\\p{L}*|erreur|retard|deux fois(?! par )|bloqué\\p{L}*|refus\\p{L}*|claqu\\p{L}*|bruit|fuit|fuite|clignot\\p{L}*|problème\\p{L}*|plainte|inadmissible|déçu\\p{L}*|trompée?|ras le bol|rien (?:reçu|ne|n['’])|(?:pas|jamais|plus)(?: \\p{L}+){0,2} (?:arrivé\\p{L}*|reçu\\p{L}*|livré\\p{L}*)|ne (?:fonctionne|marche|s['’]allume|démarre|charge)(?: \\p{L}+)? (?:pas|plus)"
  ),
  thanks: only(
    "bonjour|bonsoir|salut|chère?s?|madame|monsieur",
    "ok|d['’]accord|super|parfait|génial|très bien|c['’]est (?:bon|parfait|noté|réglé)|ça (?:marche|fonctionne)|bien reçu|compris|(?:un grand )?merci|je vous remercie|(?:bien )?cordialement|bien à vous|(?:sincères )?salutations|bonne (?:journée|soirée)|à bientôt|au revoir",
    "mais|cependant|toujours|pas"
  ),
  absent: word("il n['’]y (?:a|avait) (?:pas|aucun\\p{L}*)|aucun\\p{L}* (?:avis|message|trace)"),
  request: word(
    "veuillez|s['’]il vous pla[îi]t|svp|merci de|pouvez-vous|pourriez-vous|(?:je|nous) (?:voudrais|voudrions|souhaite|souhaitons|veux|voulons|préfère|préférons)|j['’]aimerais|j['’]ai besoin|dites[- ](?:moi|nous)|envoyez[- ](?:moi|nous)"
  ),
  kinds: [
    {
      asked: word(
        "quand|combien de (?:temps|jours|semaines|heures)|jusqu['’](?:à )?quand|délai\\p{L}*|quel jour|trop tard|encore|avant le"
      ),
      given: word(
        `(?:${NUMBER})(?: (?:à|ou|et) (?:${NUMBER}))? (?:jours?|semaines?|mois|ans?|années?|heures?|minutes?|secondes?)|immédiat\\p{L}*|chaque \\p{L}+di`
      )
    },
    {
      asked: word("combien|coût\\p{L}*|prix|tarif\\p{L}*|frais|pay\\p{L}*|gratuit\\p{L}*|argent|rembours\\p{L}*|gagne"),
      given: /\d\s?(?:€|%|euros?)|(?<!\p{L})(?:gratuit\p{L}*|dix mois|sans frais|rembours(?:é|ons|ée)\p{L}*)/iu
    },
    {
      asked: word(
        "(?:puis-je|peut-on|pouvons-nous|est-il|est-ce (?:possible|que)|ai-je|dois-je|faut-il|possible|encore sous garantie|je peux)"
      ),
      given: word("peut|peuvent|pouvez|doit|doivent|seulement|ne|pas|possible|faut|garantis?|garantie|sauf")
    },
    {
      asked: word(
        "comment|que (?:dois|faire|faut|puis)|qu['’](?:est-ce que|y a)|où (?:puis|est|trouver)|quoi faire|je fais|aide[rz]?|de quoi|la suite|besoin"
      ),
      given:
        /\s>\s|^(?:Ouvrez|Allez|Appuyez|Choisissez|Cliquez|Touchez|Utilisez|Envoyez|Écrivez|Indiquez|Imprimez|Déposez|Cochez|Nettoyez|Réglez|Demandez|Regardez|Cherchez|Confirmez|Signez|Attendez|Remettez|Pour)(?!\p{L})/u
    },
    {
      asked: word(
        "que (?:dois-je|faut-il|puis-je) (?:vous )?(?:envoyer|fournir|joindre|signer)|de quoi (?:avez-vous|ai-je) besoin|avez-vous besoin|quels? (?:documents?|éléments?|informations?)"
      ),
      given: NEEDED
    }
  ],
  needed: NEEDED,
  needs: word("nous (?:avons|aurons) besoin|il nous (?:faut|faudra)"),
  forAgents: word(
    "(?:le|du|au|ce) client|(?:la|à la|cette) cliente|note interne|macro|(?:l['’]|un )agent|(?:le|un) conseiller"
  ),
  claimsAction:
    /(?<!(?:si|que) )(?<![\p{L}'’])(?:j['’]ai|nous (?:l['’]|vous )?avons) (?:(?:déjà|bien|aussi) ){0,2}\p{L}+(?:é|ée|és|ées|i|it|is|u|us|ert)(?!\p{L})/iu,
  needsContext: opensOrHas(
    "il(?! (?:faut|arrive|est (?:possible|nécessaire|interdit|permis)|existe|y a|suffit|vous|nous))|elle|ils|elles|ce(?:la|ci)?|ça|c['’]est|cet|cette|ces|celui-ci|celle-ci|ceux-ci|l['’](?:un|autre)|alors|ensuite|puis|après cela|sinon|autrement|dans ce cas|mais|et|ou|ainsi|aussi|les deux|de plus|en outre|si (?:elle|il|c['’]est|cela)|(?:nous|vous) l[ea]s?|(?:nous|vous) (?:ne )?(?:pouvez|pouvons|devez|devons|pourrez) (?:pas |toujours |aussi )?(?:l[ea]s?|l['’]|en|y)|\\p{L}+ez-(?:l[ea]s?|en|y)|pour (?:cela|ce faire)|y",
    "(?:dans|avant|après|passé) (?:ce|cette) (?:délai|temps|date|période)|d['’]ici là|jusque-là|dans (?:ces|de tels) cas"
  ),
  macroLetter: between(
    "bonjour|bonsoir|chère?|madame|monsieur",
    "(?:bien )?cordialement|bien à vous|(?:sincères )?salutations"
  ),
  blanks: [
    {
      says: /(?<!\p{L})(?:vous (?:recevez|recevrez|obtenez)|nous vous (?:donnons|envoyons|communiquons|enverrons))(?: \p{L}+){0,4}? (?:un|le|votre) ((?:numéro|code) d(?:e |['’])\p{L}+)/iu,
      announces: true,
      ask: ([, fact = ""]) => ({ blank: fact, text: `Votre ${fact} est le [[${fact}]].` }),
      known: withFigure
    },
    {
      says: word("après (?:son|leur) arrivée|suivant (?:son|leur) arrivée|à partir de (?:l['’]|son )arrivée"),
      when: word("(?:ai|avons|a) (?:r?envoyé|retourné|déposé|posté|expédié)\\p{L}*"),
      ask: () => ({ blank: "date d’arrivée", text: "Nous l’avons reçu le [[date d’arrivée]]." }),
      known: () => /(?:arrivée?|reçue?|parvenue?)[^.!?\n]*\d/iu
    },
    {
      says: word("moyen de paiement"),
      when: word("rembours\\p{L}*|argent|payé\\p{L}*"),
      ask: () => ({ blank: "moyen de paiement", text: "Vous avez payé par [[moyen de paiement]]." }),
      known: () =>
        word(
          "par carte|carte (?:bancaire|bleue|de crédit|cadeau)|virement|paypal|prélèvement|klarna|apple pay|chèque|iban"
        )
    }
  ]
}
