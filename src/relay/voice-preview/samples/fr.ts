import type { SampleTickets } from "./sample-tickets.ts"

export const fr: SampleTickets = {
  agent: "Lucie Martin",
  tickets: [
    {
      subject: "Colis indiqué comme livré, mais rien reçu",
      requester: "Hélène Garnier",
      text: `Bonjour,

le suivi de ma commande LL-48231 indique que le colis a été livré le 17 novembre, mais je n'ai rien reçu. J'ai demandé à mes voisins. Que se passe-t-il maintenant, et combien de temps dure la recherche ?

Hélène Garnier`,
      page: {
        title: "Colis indiqué comme livré, mais introuvable",
        passage: `Il arrive qu'un colis soit scanné comme livré avant d'arriver à la porte.

À vérifier d'abord

- Demandez à vos voisins et aux personnes du foyer.
- Regardez dans l'entrée et près des poubelles.
- Cherchez un avis de passage dans la boîte aux lettres.

Attendez un jour ouvré après le scan : le colis arrive souvent à ce moment-là.

La recherche auprès du transporteur

Quand un colis est indiqué comme livré mais manque, nous demandons au transporteur de le rechercher. Le transporteur répond dans un délai de cinq jours ouvrés. Vous recevez de notre part un numéro de recherche, qui figure dans le courriel de confirmation du transporteur. Rien n'est remboursé avant la fin de la recherche.
1. Écrivez-nous dans les 14 jours suivant le scan de livraison.
2. Confirmez votre adresse de livraison complète.
3. Si la commande dépasse 150 €, signez l'attestation de non-réception.

Si le colis n'est pas retrouvé

Vous choisissez entre un nouvel envoi et le remboursement intégral, frais de livraison compris. Le nouvel envoi part sous un jour ouvré, le remboursement est lancé sous deux jours ouvrés.`
      }
    },
    {
      subject: "Retour de la bouilloire K2",
      requester: "Baptiste Carlier",
      text: `Bonjour,

j'ai essayé une fois la bouilloire K2 de la commande LL-47912, elle est trop bruyante. Puis-je la renvoyer, combien coûte le retour, et comment obtenir une étiquette ?

Baptiste Carlier`,
      page: {
        title: "Renvoyer un article",
        passage: `Vous pouvez renvoyer vos achats dans les 30 jours suivant la livraison, sans donner de motif.

Conditions

- Vous pouvez essayer le produit comme en magasin. Un essai à l'eau est permis pour une bouilloire ou une machine à café.
- Remettez tout dans le colis : outils, couvercles, câbles, notice.
- La boîte d'origine n'est pas nécessaire si le produit est bien protégé.
- En cas de traces d'aliments, de café ou d'huile, nous déduisons 20 % du prix.

Comment faire

1. Ouvrez Retours sur notre site et indiquez le numéro de commande et votre adresse électronique.
2. Imprimez l'étiquette ou montrez le code dans un point relais.
3. Déposez le colis dans les sept jours. Une autre personne peut le faire pour vous.

Frais

Un retour dans l'Union européenne coûte 4,90 €, déduits du remboursement. Il est gratuit si le produit est défectueux ou si nous avons envoyé le mauvais article. Nous contrôlons le retour dans les trois jours ouvrés suivant son arrivée.`
      }
    },
    {
      subject: "Facture au nom de mon entreprise",
      requester: "Camille Renaud",
      text: `Bonjour,

la facture de la commande LL-46618 est à mon nom, mais c'est mon entreprise qui a acheté les lampes. Pouvez-vous corriger la facture, et de quoi avez-vous besoin ?

Camille Renaud`,
      page: {
        title: "Obtenir ou corriger une facture",
        passage: `La facture arrive en PDF par courriel le jour où le colis quitte notre entrepôt.

La retrouver

- Avec un compte : Commandes, puis la commande, puis Facture.
- Sans compte : écrivez-nous avec le numéro de commande. Nous la renvoyons sous un jour ouvré.

Nous n'envoyons pas de factures sur papier.

La corriger

Le nom, la société, l'adresse et le numéro de TVA peuvent être corrigés dans les 30 jours suivant la date de la facture. Envoyez-nous :
1. le numéro de commande ;
2. le nom complet de la société et son adresse ;
3. le numéro de TVA, s'il y en a un.

La facture corrigée arrive par courriel sous deux jours ouvrés. La date et le montant ne changent pas.

Après 30 jours

Nous établissons alors un avoir et une nouvelle facture à la date du jour. Cela prend cinq jours ouvrés. Les factures d'une année close ne peuvent plus être modifiées après le 31 janvier.`
      }
    }
  ]
}
