import { words } from "../basis/word-list.ts"

/** Who may have an age, by what they are to the writer: en, de, fr, es, pt; without accents. */
export const RELATIONS =
  words(`son sons daughter daughters kid kids child children baby toddler little boy boys girl girls twins twin brother sister mum mom mother dad father parents grandson granddaughter grandma grandpa grandmother grandfather gran nan nana granny grandad wife husband partner niece nephew aunt uncle cousin stepson stepdaughter hubby fiance patient
  sohn sohne tochter kind kinder baby junge jungs madchen zwillinge zwilling kleine kleiner kleinen bruder schwester mutter vater mama papa eltern enkel enkelin enkelkind oma opa grossmutter grossvater frau mann ehefrau ehemann partnerin nichte neffe tante onkel cousine schwiegermutter schwiegervater patientin
  fils fille filles enfant enfants bebe garcon garcons jumeaux jumelles jumelle jumeau frere soeur mere pere maman parents mamie papy papi grand-mere petit-fils petite-fille femme mari epouse epoux niece neveu tante oncle cousin cousine conjoint conjointe belle-mere
  hijo hijos hija hijas nino ninos nina ninas bebe peque pequeno pequena chico chica gemelos gemelas mellizos mellizas hermano hermana madre padre mama papa abuelo abuela nieto nieta esposa esposo mujer marido sobrino sobrina tia tio primo prima suegra suegro pareja paciente
  filho filhos filha filhas mamae papai vovo titia crianca criancas menino meninos menina meninas bebe gemeos gemeas irmao irma mae pai avo avos vo neto neta esposa esposo mulher marido sobrinho sobrinha tia tio primo prima sogra sogro paciente`)

/** Others of whom an age may be told. */
const OTHERS =
  words(`man woman lady gentleman person teenager pensioner driver nurse student pupil neighbour neighbor friend colleague guest passenger applicant resident tenant girlfriend boyfriend grandchild
  fahrer fahrerin rentner rentnerin person schuler schulerin student studentin nachbar nachbarin freund freundin kollege kollegin gast bewohner bewohnerin mieter mieterin dame herr jugendlicher
  conducteur conductrice homme dame monsieur personne eleve etudiant etudiante voisin voisine ami amie collegue locataire passager passagere retraite retraitee ado client cliente assure assuree
  conductor conductora hombre senor senora persona alumno alumna estudiante vecino vecina amigo amiga novio novia inquilino pasajero jubilado jubilada joven trabajador cliente
  condutor condutora homem senhor senhora pessoa aluno aluna estudante vizinho vizinha amigo amiga namorado namorada inquilino passageiro reformado aposentado aposentada jovem rapaz rapariga cliente`)

export const isPerson = (folded: string): boolean => RELATIONS.has(folded) || OTHERS.has(folded)

/** Whose verb follows at once. */
export const PRONOUNS = words("i he she who im hes shes ich er sie wer il elle qui j ele ela ella eu yo quien quem")
/** Of these no thing speaks. */
export const HUMAN_PRONOUNS = words("i he she who im hes shes ich er j je yo eu")

/** The day itself; "anniv" is a word of ages alone. */
export const BIRTHDAYS = words("birthday bday geburtstag anniversaire cumpleanos cumple aniversario")

/** What is old without being anybody. */
export const THINGS =
  words(`machine company firm business car van vehicle bike laptop computer pc phone device boiler house home building fridge washer dishwasher dryer oven tv contract warranty guarantee shop store account product model battery sofa mattress subscription membership licence license policy system software printer router app brand school restaurant hotel whisky whiskey wine equipment appliance mortgage lease loan bond plan term laptops shoes boots jacket coat camera
  maschine firma unternehmen betrieb auto wagen fahrrad rad rechner handy gerat heizung haus wohnung gebaude kuhlschrank waschmaschine spulmaschine trockner fernseher vertrag garantie gewahrleistung laden geschaft konto produkt modell akku batterie matratze abo abonnement mitgliedschaft lizenz drucker anlage verein kredit laufzeit frist kaution kamera schuhe jacke
  entreprise societe voiture velo ordinateur portable telephone appareil chaudiere maison appartement frigo contrat boutique magasin compte produit modele matelas canape abonnement adhesion licence imprimante logiciel marque duree delai periode engagement credit pret bail anciennete experience club forfait vehicule batterie
  maquina empresa negocio coche carro moto bici ordenador computadora telefono movil aparato caldera casa piso edificio nevera frigorifico lavadora lavavajillas contrato garantia tienda cuenta producto modelo bateria colchon suscripcion licencia impresora marca permanencia plazo duracion periodo credito prestamo hipoteca experiencia antiguedad
  carrinha viatura bicicleta telemovel celular aparelho caldeira apartamento predio geladeira maquina loja conta produto colchao assinatura licenca impressora prazo fidelizacao fidelidade duracao emprestimo vigencia computador notebook firma`)
