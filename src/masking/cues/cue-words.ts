import { words } from "../basis/word-list.ts"

/** What a cue speaks of. */
export type Cue =
  | "password"
  | "answer"
  | "hardware"
  | "pin"
  | "code"
  | "device"
  | "number"
  | "gov"
  | "branch"
  | "extension"
  | "car"
  | "plate"
  | "network"
  | "username"

/**
 * The words behind which something personal stands, a line a language: en, de, fr, es, pt. Lower case, without accents;
 * `_` joins the words of one cue. The longest cue of a place counts.
 */
export const CUE_WORDS: Record<Cue, string> = {
  password: `password passwords pass_word passwort passphrase passcode passwd pwd pw wifi_key wi_fi_key wlan_key wifi_password network_key recovery_phrase seed_phrase recovery_code recovery_codes backup_code backup_codes
    passworter kennwort kennworter wlan_schlussel wlanschlussel wifi_schlussel netzwerkschlussel netzwerkschluessel wlan_schluessel wiederherstellungscode wiederherstellungscodes
    mot_de_passe mots_de_passe mdp cle_wifi cle_wi_fi cle_du_wifi cle_wep cle_wpa code_wifi code_du_wifi code_de_recuperation codes_de_recuperation code_de_secours codes_de_secours
    contrasena contrasenas contrasenia clave_del_wifi clave_wifi clave_de_wifi clave clave_de_acceso codigo_de_recuperacion codigos_de_recuperacion
    senha senhas palavra_passe palavras_passe palavra_chave chave_do_wifi chave_wifi codigo_de_recuperacao codigos_de_recuperacao`,
  answer: `security_question security_answer secret_question secret_answer secret_word code_word alarm_word safe_word password_word duress_word memorable_word memorable_place memorable_name memorable_information mother_s_maiden_name mothers_maiden_name mum_s_maiden_name mom_s_maiden_name first_pet first_school childhood_nickname
    sicherheitsfrage sicherheitsantwort geheimfrage geheimwort losungswort codewort alarmwort stichwort_der_alarmanlage geburtsname_der_mutter geburtsname_meiner_mutter madchenname_der_mutter madchenname_meiner_mutter erstes_haustier ersten_haustiers erste_schule
    question_secrete question_de_securite reponse_secrete mot_secret mot_de_code mot_de_securite mot_d_alarme nom_de_jeune_fille_de_ma_mere nom_de_jeune_fille_de_la_mere nom_de_jeune_fille_de_votre_mere premier_animal premiere_ecole
    pregunta_de_seguridad pregunta_secreta respuesta_de_seguridad respuesta_secreta palabra_secreta palabra_clave palabra_de_seguridad palabra_de_alarma apellido_de_soltera_de_mi_madre apellido_de_soltera_de_la_madre nombre_de_soltera_de_mi_madre primera_mascota primer_colegio
    pergunta_de_seguranca pergunta_secreta resposta_de_seguranca resposta_secreta palavra_secreta palavra_de_seguranca palavra_do_alarme nome_de_solteira_da_minha_mae nome_de_solteira_da_mae apelido_de_solteira_da_minha_mae primeiro_animal primeira_escola`,
  hardware: `serial_number serial_numbers serial_no serial_nr serial_num serial s_n sn imei imei1 imei2 imeisv meid iccid imsi eid udid hardware_id frame_number device_id
    seriennummer seriennummern seriennr serien_nr serien_nummer geratenummer gerate_nr geratenr rahmennummer rahmennr
    numero_de_serie n_de_serie no_de_serie num_serie n_serie numero_serie numero_imei numero_de_cadre
    no_serie nro_de_serie n_o_de_serie numero_de_bastidor_de_la_bici
    n_de_serie_do numero_de_quadro`,
  pin: `pin pin_code pin_number pincode otp tan puk pin2 puk_code passcode combination lock_combination lockbox_combination sim_pin one_time_code one_time_passcode door_entry entry_code keypad key_pad
    pin_nummer geheimzahl geheimnummer turcode tuercode turkode torcode haustur_code haustuercode hausturcode alarmcode alarm_code safecode tresorcode schliessfachcode zugangscode eingangscode simcode einmalcode sms_code smscode garagencode zahlencode einbruchcode entsperrcode schlosscode
    digicode code_pin code_puk code_secret code_confidentiel code_d_acces code_d_entree
    pin_de_la_sim codigo_pin codigo_puk numero_secreto codigo_secreto
    codigo_pin numero_pin codigo_secreto codigo_de_acesso codigo_de_acceso`,
  code: "code codes kode keycode codigo codigos",
  device: `safe gate lock padlock lockbox locker garage keybox alarm door intercom shed bike_shed barrier
    tresor safe tor schliessfach vorhangeschloss zahlenschloss haustur garage schlusselkasten schlusseltresor keller fahrradkeller fahrradraum schranke
    coffre coffre_fort portail cadenas casier antivol boite_a_cles porte local_velo local_velos barriere cave
    caja_fuerte portal candado taquilla portero puerta cochera cuarto_de_bicis trastero barrera
    cofre portao cadeado cacifo armario porta bicicletario cancela`,
  number: `customer client_number customer_number customer_id customer_ref member member_id membership membership_number patient patient_id patient_number hospital_number mrn policy policy_number tenant tenant_ref tenancy lease contract_number contract_no pupil pupil_number student student_id student_number subscriber insurance_number policyholder library_card meter meter_number account_holder employee employee_id staff_number staff_id loyalty_number loyalty_card frequent_flyer
    kundennummer kundennr kunden_nr kunden_nummer kd_nr kdnr kunde mitgliedsnummer mitgliedsnr mitglieds_nr mitglied mitglieds_id patientennummer patientennr patienten_id versichertennummer versichertennr versicherungsnummer versicherungsnr versicherungsschein versicherungsscheinnummer versicherungspolice police policennummer policennr vertragsnummer vertragsnr vertrags_nr vertragskonto vertragskontonummer mieternummer mietvertrag mietvertragsnummer mitgliedskarte schulernummer schuelernummer matrikelnummer matrikelnr matrikel gaszahler stromzahler wasserzahler gaszaehler stromzaehler zahlernummer zaehlernummer zahlernr zahler_nr personalnummer personalnr abonummer abonnentennummer abonnement_nr teilnehmernummer ausweisnummer_der_bibliothek lesernummer leserausweis vielfliegernummer
    numero_client carte_grand_voyageur carte_avantage carte_d_abonnement numero_de_client no_client n_client no_de_client n_de_client client numero_d_abonne n_d_abonne no_d_abonne numero_abonne abonne abonnee numero_d_adherent n_d_adherent no_d_adherent adherent adherente numero_de_patient dossier_patient n_patient ipp contrat_d_assurance numero_de_contrat n_de_contrat no_de_contrat contrat_n police_d_assurance numero_de_police n_de_police numero_d_assure numero_allocataire n_allocataire numero_d_allocataire allocataire numero_de_locataire locataire n_de_locataire no_de_locataire numero_d_etudiant numero_etudiant n_etudiant ine numero_d_eleve numero_de_compteur n_de_compteur pdl prm matricule societaire numero_de_societaire numero_fidelite carte_de_fidelite carte_fidelite
    numero_de_cliente no_de_cliente n_de_cliente no_cliente n_o_cliente cliente numero_de_socio numero_de_socia socio socia numero_de_abonado abonado numero_de_paciente paciente nhc numero_de_historia historia_clinica numero_de_historia_clinica poliza no_de_poliza n_o_de_poliza numero_de_poliza numero_de_contrato no_de_contrato n_o_de_contrato contrato_n_o contrato_no contrato_numero numero_de_inquilino inquilino numero_de_alumno numero_de_expediente_del_alumno cups numero_de_contador numero_de_afiliado afiliado numero_de_empleado tarjeta_sanitaria tarjeta_de_socio
    numero_do_cliente numero_de_utente utente numero_do_utente numero_do_socio apolice numero_da_apolice no_da_apolice prontuario numero_do_prontuario numero_do_contrato no_do_contrato numero_do_paciente numero_do_aluno matricula_do_aluno numero_de_aluno ra_do_aluno inquilino carteirinha numero_da_carteirinha numero_da_instalacao unidade_consumidora cpe numero_de_associado associado numero_do_medidor numero_do_contador`,
  gov: `ssn social_security social_security_number national_insurance national_insurance_number ni_number nino pps pps_number ppsn nhs_number passport passport_number driving_licence driving_license driver_license driver_s_license driver_s_licence driving_licence_number tax_id tax_number taxpayer_id tfn sin medicare utr itin aadhaar aadhar pan_card pan_number pan_no id_card identity_card
    steuer_id steueridentifikationsnummer steuernummer steuer_nr sozialversicherungsnummer sozialversicherungsnr sv_nummer sv_nr svnr rentenversicherungsnummer ausweisnummer personalausweis personalausweisnummer reisepass reisepassnummer passnummer fuhrerscheinnummer ahv_nummer krankenversichertennummer versichertennummer aufenthaltstitel
    numero_de_securite_sociale n_de_securite_sociale no_de_securite_sociale securite_sociale numero_de_secu n_de_secu no_de_secu secu carte_vitale numero_fiscal nir passeport numero_de_passeport carte_d_identite cni permis_de_conduire numero_de_permis titre_de_sejour niss
    dni nie nif curp rfc nss numero_de_la_seguridad_social numero_de_seguridad_social seguridad_social pasaporte numero_de_pasaporte carne_de_conducir licencia_de_conducir cedula cedula_de_identidad cedula_de_ciudadania rut cuil cuit ine clave_de_elector
    cpf rg nif niss cnh cartao_de_cidadao cartao_do_cidadao numero_de_contribuinte contribuinte passaporte numero_do_passaporte carta_de_conducao titulo_de_eleitor pis cartao_sus cns sns bilhete_de_identidade`,
  branch: "sort_code branch_code routing_number bankleitzahl blz code_banque code_guichet sucursal agencia",
  extension: `ext extn extension
    durchwahl dw nebenstelle intern_uber
    poste poste_interne
    extension interno anexo
    ramal extensao`,
  car: `car van truck vehicle lorry motorbike motorcycle trailer drive driving campervan scooter estate hatchback suv cab taxi rental skoda vw volkswagen golf polo passat audi bmw mercedes opel corsa ford fiesta focus renault clio megane peugeot citroen fiat punto panda toyota yaris corolla honda civic hyundai kia dacia sandero duster volvo mazda nissan qashqai tesla chevrolet jeep suzuki
    auto wagen pkw lkw fahrzeug transporter anhanger motorrad roller fahre fahrt kombi wohnmobil mietwagen leihwagen firmenwagen dienstwagen bus
    voiture citadine camionnette vehicule utilitaire moto scooter fourgon berline break conduis camion remorque
    coche carro furgoneta furgo camioneta moto vehiculo camion remolque auto conduzco monovolumen
    carro carrinha carrinho viatura veiculo moto mota caminhao camiao conduzo dirijo`,
  plate: `plate number_plate license_plate licence_plate registration reg rego
    kennzeichen nummernschild autokennzeichen kfz_kennzeichen
    plaque immatriculation immatricule immatriculee plaque_d_immatriculation
    matricula placa placas patente
    chapa`,
  network:
    "insta instagram ig telegram tg signal threema whatsapp snapchat snap tiktok twitter facebook fb messenger linkedin discord skype wechat weixin line_id kakao kakaotalk twitch steam psn xbox reddit mastodon bluesky viber youtube pinterest vinted github gamertag",
  username: `username user_name login login_name screen_name user_id nickname nick handle gamertag
    benutzername nutzername benutzer_id benutzerkennung anmeldename loginname
    pseudo pseudonyme identifiant nom_d_utilisateur surnom
    usuario nombre_de_usuario apodo alias
    nome_de_usuario nome_de_utilizador utilizador apelido`
}

interface Phrase {
  rest: string[]
  cue: Cue
}

/** By the first word; the longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrases()

function phrases(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const cue of Object.keys(CUE_WORDS) as Cue[]) {
    for (const phrase of words(CUE_WORDS[cue])) {
      const [first = "", ...rest] = phrase.split("_")
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, cue }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return byFirst
}
