import { escaped } from "../../../text/escape.ts"
import { finding, type Reply, type ToneRule } from "../basis/finding.ts"
import { find, has, phrasesOf } from "../phrases/phrases.ts"
import { apart, quoted, smallWords, spansOf } from "../basis/spans.ts"

/** Words of the back office, and specialist abbreviations, that the customer has not used first. */
export const jargon: ToneRule = (reply) => {
  const { jargon: words, shouted } = phrasesOf(reply.written)
  const customer = [
    ...reply.thread.filter(({ role }) => role === "customer").map(({ text }) => text),
    reply.requester
  ].join("\n")
  const small = smallWords(reply)
  const named = find(NAMED, reply.text, "gu").flatMap((match) => {
    const word = match.groups?.["word"] ?? ""
    const start = match.index + match[0].lastIndexOf(word)
    return EVERYDAY.has(word) || has(shouted, word) || small.has(word.toLowerCase())
      ? []
      : [{ start, end: start + word.length }]
  })
  return apart([...words.flatMap((source) => spansOf(source, reply)), ...spansOf(ABBREVIATIONS, reply, "gu"), ...named])
    .filter((span) => !quoted(reply, span) && !usedBy(customer, reply, span))
    .map(({ start, end }) => finding(reply, "jargon", start, end))
}

function usedBy(customer: string, { text }: Reply, { start, end }: { start: number; end: number }): boolean {
  return has(escaped(text.slice(start, end)), customer)
}

/** Short capitals that a "the" or "our" makes a thing of: keys, screens and products have none before them. */
const NAMED =
  "(?:the|our|your|an?|der|die|das|den|dem|im|vom|zum|unser\\p{Ll}*|le|la|les|du|des|notre|el|los|las|del|nuestr\\p{Ll}*|do|da|dos|das|nosso|nossa|pelo|pela) (?<word>\\p{Lu}{2,5})(?![\\p{L}\\d]|[ -]?\\p{Lu}{2}|[ -]?\\d|['’\\]])"

/** What anybody knows: devices, measures, money, countries, offices, carriers. */
export const EVERYDAY = new Set(
  "AC AG AGB ATM BBC BIC BLZ CD CEO CET CV DC DHL DIN DPD DSL DVD EAN EU EUR EV FAQ GB GLS GMT GPS HD HDMI HP HR HTML IBAN IBM ID IKEA IP ISBN IT IVA JPG LCD LED LTE LTS MMS MOT MRI MSDS NHS NFC NIF OK OLED OS PC PDF PIN PIX PLZ PO PS PUK PVC QR RAM RSVP SD SEPA SIM SMS SOS SSD SUV TAN TGV TNT TV TVA UE UK UPS URL US USA USB USD USPS UTC UV VAT VIN VIP VPN WC WLAN WWW ZIP XL XXL UST MWST CPF CNPJ DNI NIE CEP RG SNCF RATP TER DB ICE ÖBB BBQ CCTV EHIC GP PE DIY HMRC DVLA IRS IRA PAYE P60 NI NINO DOB ETA ASAP".split(
    " "
  )
)

/**
 * Of support, shops, payment, telephony, insurance, offices and computing, and levels and priorities by number. A list,
 * not any short word in capitals: of those most are keys, screens, products and shouts.
 */
const ABBREVIATIONS = `(?:${[
  "ACD|ACH|ACL|AHT|AML|API|APN|ARPU|ASN|AWB|BAU|BGP|BOL|BOM|BRAS|CAPA|CDN|CDR|CIF|CLI|CMDB|CNAME|CPE|CPQ|CPT|CRM|CSAT|CSR|CTI|CX|DAP|DDP|DKIM|DLQ|DMARC|DNR|DNS|DOA|DSLAM|DSO|EDI|EOB|EOD|EOL|EOM|EOR|ERP|ESB|ETA|ETD|ETL|EXW|FCR|FIFO|FMEA|FNOL|FOB|FTTH|FTR|FW|GDS|GED|GTIN|HAWB|HLR|IDP|IMAP|IMEI|IMSI|INAD|IRROPS|ITIL|IVR|JWT|KB|KPI|KYC|LDAP|LMS|LTL|MAWB|MDM|MFA|MIS|MNP|MOQ|MPLS|MRN|MSISDN|MTA|MTTR|MVNO|MX|NAT|NC|NCR|NFF|NOC|NPI|NPS|NTE|NTU|NVR|OEM|OKR|OLT|OMS|ONT|OOM|OOS|OOW|OPS|OTDR|PBX|PCI|PII|PIM|PLMN|PNR|POC|POD|POS|PPPoE|PQR|PR|PSP|PSU|QA|QoS|RAC|RCA|RFC|RFO|RMA|ROI|RPO|RTO|RTV|RTM|SaaS|SAML|SAP|SAV|SCA|SDK|SFTP|SIEM|SIP|SKU|SLA|SMB|SME|SMTP|SNMP|SNR|SOC|SOP|SOW|SPF|SPOC|SRE|SSID|SSL|SSO|SSR|SV|TAC|TAT|TCO|TLS|TT|TTL|UAT|UPC|VLAN|VoIP|VPC|WAF|WIP|WMS|WO|WV|XML|CI/CD|3DS|3PL",
  "P[0-4]|S[EI]V-?[0-4]|[TLN][1-4]|N\\+\\d"
].join("|")})s?(?![ -]?\\p{Lu}{2}|['’\\]])`
