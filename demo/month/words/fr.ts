import type { Pool } from "../pool.ts"

export const fr: Pool = {
  language: "fr",
  products: ["bouilloire K2", "Crema E1", "Batter B5", "suspension Halo", "lampadaire Aurora"],
  amounts: ["89,00 €", "149,90 €", "34,50 €", "219,00 €"],
  openings: ["Bonjour,", "Madame, Monsieur,", "Bonsoir,", "Bonjour à toute l'équipe,"],
  endings: [
    "Cordialement,\n[PERSON_1]",
    "Bien à vous,\n[PERSON_1]\n[PHONE_1]",
    "Merci d'avance\n[PERSON_1]",
    "[PERSON_1]"
  ],
  again: [
    "Je n'ai toujours pas de réponse. Est-ce que quelqu'un s'en occupe ?",
    "Voici de nouveau le numéro de commande : {order}.",
    "Mon mari [PERSON_3] sera à la maison à partir de jeudi, si cela peut aider.",
    "J'ai appelé hier, on m'a dit d'écrire."
  ],
  asked: [
    "Bonjour [PERSON_1],\n\npourriez-vous nous donner le numéro de commande ?\n\nCordialement\n[PERSON_2]",
    "Bonjour [PERSON_1],\n\nnous nous renseignons et revenons vers vous demain.\n\n[PERSON_2]"
  ],
  greetings: ["Bonjour [PERSON_1],", "Bonjour Madame [PERSON_1],"],
  closings: ["Cordialement\n[PERSON_2]", "Bien cordialement\n[PERSON_2]"],
  sorry: [
    "merci pour votre message au sujet de la commande {order}.",
    "je suis désolée de ce contretemps.",
    "merci de votre patience."
  ],
  offers: ["N'hésitez pas à nous écrire si quelque chose n'est pas clair.", "Avez-vous besoin d'autre chose ?"],
  doubtful: [
    "C'est en général plus rapide en cette saison.",
    "La plupart des clients ont une réponse dès le lendemain.",
    "Une collègue l'a confirmé ce matin.",
    "Vous pouvez aussi le faire dans notre application."
  ],
  promises: [
    "Pour vous dédommager, j'ajoute un avoir de 10 € à votre compte.",
    "Je rembourse les frais de livraison aujourd'hui.",
    "Ce sera réglé avant vendredi."
  ],
  adds: [
    "J'ai laissé une note sur votre commande pour mes collègues.",
    "Je vous écris moi-même dès que j'ai des nouvelles.",
    "Vous n'avez rien d'autre à faire d'ici là.",
    "Le reste de votre commande est en ordre."
  ],
  topics: [
    {
      tag: "delivery",
      article: "fr/colis-manquant",
      passage: "Le transporteur répond dans un délai de cinq jours ouvrés",
      subjects: ["Colis livré mais introuvable", "Où est ma commande {order} ?", "Livré le {date}, rien reçu"],
      asks: [
        "d'après le suivi, la commande {order} a été livrée le {date}. Il n'y a rien chez moi, et ma voisine [PERSON_3] n'a rien reçu.",
        "mon colis est indiqué comme livré, mais personne n'a sonné. Il s'agit de : {product}, {amount}.",
        "où se trouve mon colis ? Il n'y a pas d'avis de passage dans la boîte aux lettres."
      ],
      says: [
        "Nous demandons au transporteur de rechercher votre colis.",
        "Le transporteur répond dans un délai de cinq jours ouvrés.",
        "Votre numéro de recherche est [[numéro de recherche]].",
        "Si le colis n'est pas retrouvé, vous choisissez entre un nouvel envoi et le remboursement intégral, frais de livraison compris.",
        "Pouvez-vous confirmer votre adresse de livraison complète ?"
      ],
      otherwise: [
        "Je viens de lancer une recherche.",
        "Nous aurons une réponse sous cinq jours ouvrés.",
        "Elle porte le numéro S-48213.",
        "S'il reste introuvable, nous renvoyons le produit ou remboursons tout, comme vous préférez.",
        "L'adresse de la commande est-elle toujours la bonne ?"
      ],
      wrong: { text: "Le transporteur répond dans un délai de trois jours ouvrés.", says: "cinq jours ouvrés" }
    },
    {
      tag: "refund",
      article: "fr/remboursements",
      passage: "Le remboursement est toujours fait par le moyen de paiement d'origine",
      subjects: ["Remboursement de {order}", "Rembourser sur une autre carte", "Quand serai-je remboursée ?"],
      asks: [
        "j'ai renvoyé l'article ({product}) le {date} et je ne vois toujours pas les {amount} sur mon compte.",
        "pouvez-vous rembourser {amount} sur une autre carte ? L'ancienne est expirée.",
        "combien de temps dure un remboursement par PayPal ?"
      ],
      says: [
        "Le remboursement est toujours fait par le moyen de paiement d'origine.",
        "Il commence dès que le retour est contrôlé, soit trois jours ouvrés après son arrivée.",
        "Par carte, il faut ensuite 5 à 7 jours ouvrés.",
        "Nous ne versons rien sur un autre compte ni sur une autre carte."
      ],
      otherwise: [
        "Nous ne pouvons rembourser que sur ce qui a servi à payer.",
        "Votre retour est contrôlé, les {amount} sont en route.",
        "Votre banque peut prendre jusqu'à sept jours ouvrés.",
        "Une autre carte n'est malheureusement pas possible."
      ],
      wrong: { text: "Par PayPal, il faut 5 jours ouvrés.", says: "2 jours ouvrés" }
    },
    {
      tag: "return",
      products: 2,
      article: "fr/retours",
      passage: "Imprimez l'étiquette",
      subjects: ["Renvoyer un article", "Étiquette de retour pour {order}", "Retour : {product}"],
      asks: [
        "l'article ({product}) ne me convient pas. Essayé une fois avec de l'eau. Puis-je le renvoyer sans la boîte d'origine ?",
        "je voudrais renvoyer {order}. Où trouver l'étiquette, et mon voisin [PERSON_3] peut-il déposer le colis ?",
        "combien coûte un retour ? Livraison du {date}."
      ],
      says: [
        "Vous pouvez renvoyer vos achats dans les 30 jours suivant la livraison, sans donner de motif.",
        "Ouvrez Retours sur notre site et indiquez le numéro de commande et votre adresse électronique.",
        "Déposez le colis dans les sept jours ; une autre personne peut le faire pour vous.",
        "Un retour dans l'Union européenne coûte 4,90 €, déduits du remboursement.",
        "La boîte d'origine n'est pas nécessaire si le produit est bien protégé."
      ],
      otherwise: [
        "Bien sûr, vous avez 30 jours pour le renvoyer.",
        "L'étiquette se trouve sur notre site, sous Retours.",
        "Déposez-le dans la semaine, vous ou quelqu'un d'autre.",
        "L'étiquette coûte 4,90 €.",
        "N'importe quelle boîte solide convient."
      ]
    },
    {
      tag: "warranty",
      products: 3,
      article: "fr/garantie",
      passage: "La réparation dure jusqu'à 15 jours ouvrés",
      subjects: ["Bruit depuis le {date}", "{product} en panne", "Garantie"],
      asks: [
        "l'appareil ({product}) claque depuis le {date}, même à vide. Il a un peu plus d'un an. Est-il encore sous garantie ?",
        "l'appareil de la commande {order} ne s'allume plus. Que dois-je vous envoyer ?",
        "combien de temps dure une réparation ? J'en ai besoin pour Noël."
      ],
      says: [
        "Tous les produits sont garantis deux ans à partir de la livraison.",
        "Il nous faut le numéro de commande, le numéro de série et une photo ou une courte vidéo du défaut.",
        "Le numéro de série figure sur l'étiquette sous l'appareil.",
        "La réparation dure jusqu'à 15 jours ouvrés à partir de l'arrivée dans notre atelier.",
        "Si elle est impossible, vous choisissez entre un remplacement et le remboursement intégral."
      ],
      otherwise: [
        "Le vôtre a moins de deux ans, il est donc couvert.",
        "Une courte vidéo avec le numéro de série nous aiderait le plus.",
        "Vous trouverez ce numéro en le retournant.",
        "Comptez trois semaines.",
        "Si l'atelier n'y arrive pas, vous recevez un appareil neuf ou votre argent."
      ],
      wrong: { text: "Tous les produits sont garantis trois ans.", says: "deux ans" }
    },
    {
      tag: "invoice",
      article: "fr/facture",
      passage: "peuvent être corrigés dans les 30 jours suivant la date de la facture",
      subjects: ["Facture au nom de la société", "Facture de {order}", "Numéro de TVA manquant"],
      asks: [
        "la facture de {order} du {date} est à mon nom, alors que c'est ma société qui achète. Peut-on la corriger ?",
        "je ne retrouve pas la facture. Je n'ai pas de compte. Est-il possible de l'avoir sur papier ?",
        "il manque notre numéro de TVA. Notre comptable [PERSON_3] l'attend."
      ],
      says: [
        "Le nom, la société, l'adresse et le numéro de TVA peuvent être corrigés dans les 30 jours suivant la date de la facture.",
        "Envoyez-nous le nom complet de la société, son adresse et le numéro de TVA.",
        "La facture corrigée arrive par courriel sous deux jours ouvrés.",
        "La date et le montant ne changent pas.",
        "Nous n'envoyons pas de factures sur papier."
      ],
      otherwise: [
        "C'est encore possible, les 30 jours ne sont pas passés.",
        "Répondez-moi simplement avec les données de la société.",
        "Vous aurez le nouveau PDF sous deux jours ouvrés.",
        "Seul le nom change.",
        "Elle n'existe qu'en PDF."
      ]
    }
  ]
}
