import { finding, type Reply, type ToneRule } from "../finding.ts"
import { find, has, phrasesOf } from "../phrases/phrases.ts"
import { apart, literal, quoted } from "../spans.ts"

/** Words of the back office, and specialist abbreviations, that the customer has not used first. */
export const jargon: ToneRule = (reply) => {
  const { jargon: words } = phrasesOf(reply.written)
  const customer = [...reply.thread.filter(({ role }) => role === "customer").map(({ text }) => text), reply.requester].join("\n")
  const found = words.flatMap(([source]) => find(source, reply.text).map((match) => ({ start: match.index, end: match.index + match[0].length })))
  const short = find(ABBREVIATIONS, reply.text, "gu").map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return apart([...found, ...short])
    .filter((span) => !quoted(reply, span) && !usedBy(customer, reply, span))
    .map(({ start, end }) => finding(reply, "jargon", start, end))
}

function usedBy(customer: string, { text }: Reply, { start, end }: { start: number; end: number }): boolean {
  return has(literal(text.slice(start, end)), customer)
}

/**
 * Of support, shops, payment, telephony, insurance, offices and computing, and levels and priorities by number. A list, not any short
 * word in capitals: of those most are keys, screens, products and shouts.
 */
const ABBREVIATIONS = `(?:${[
  "ACD|ACH|ACL|AHT|AML|API|APN|ARPU|ASN|AWB|BAU|BGP|BOL|BOM|BRAS|CAPA|CDN|CDR|CIF|CLI|CMDB|CNAME|CPE|CPQ|CPT|CRM|CSAT|CSR|CTI|CX|DAP|DDP|DKIM|DLQ|DMARC|DNR|DNS|DOA|DSLAM|DSO|EDI|EOB|EOD|EOL|EOM|EOR|ERP|ESB|ETA|ETD|ETL|EXW|FCR|FIFO|FMEA|FNOL|FOB|FTTH|FTR|FW|GDS|GED|GTIN|HAWB|HLR|IDP|IMAP|IMEI|IMSI|INAD|IRROPS|ITIL|IVR|JWT|KB|KPI|KYC|LDAP|LMS|LTL|MAWB|MDM|MFA|MIS|MNP|MOQ|MPLS|MRN|MSISDN|MTA|MTTR|MVNO|MX|NAT|NC|NCR|NFF|NOC|NPI|NPS|NTE|NTU|NVR|OEM|OKR|OLT|OMS|ONT|OOM|OOS|OOW|OPS|OTDR|PBX|PCI|PII|PIM|PLMN|PNR|POC|POD|POS|PPPoE|PQR|PR|PSP|PSU|QA|QoS|RAC|RCA|RFC|RFO|RMA|ROI|RPO|RTO|RTV|RTM|SaaS|SAML|SAP|SAV|SCA|SDK|SFTP|SIEM|SIP|SKU|SLA|SMB|SME|SMTP|SNMP|SNR|SOC|SOP|SOW|SPF|SPOC|SRE|SSID|SSL|SSO|SSR|SV|TAC|TAT|TCO|TLS|TT|TTL|UAT|UPC|VLAN|VoIP|VPC|WAF|WIP|WMS|WO|WV|XML|CI/CD|3DS|3PL",
  "P[0-4]|S[EI]V-?[0-4]|[TLN][1-4]|N\\+\\d"
].join("|")})s?(?![ -]?\\p{Lu}{2}|['’\\].])`
