import type { SampleTickets } from "./sample-tickets.ts"

export const en: SampleTickets = {
  agent: "Tom Ahlberg",
  tickets: [
    {
      subject: "Parcel shown as delivered, but nothing is here",
      requester: "Maya Lindgren",
      text: `Hello,

my order LL-48213 is shown as delivered on 16 November, but there is no parcel here. I have asked the neighbours. What happens next, and how long does it take?

Maya Lindgren`,
      page: {
        title: "Shown as delivered, but missing",
        passage: `Sometimes a parcel is scanned as delivered before it reaches the door.

Look here first

- Ask your neighbours and everybody in the household.
- Look in the hall, by the bins and wherever drivers leave parcels.
- Look for a card of the carrier in the letter box.

Please wait one working day after the scan; late parcels often turn up then.

The carrier search

When a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days. You get a search number from us, which stands in the carrier's confirmation mail. Until the search has ended, the order stays "in transit" and nothing is refunded.
1. Tell us within 14 days of the delivery scan.
2. Confirm your full delivery address.
3. If the order is worth more than €150, sign the statement that nothing has arrived.

When it isn't found

If the parcel isn't found, you choose between a replacement and a full refund, delivery costs included. A replacement leaves our warehouse within one working day. A refund is started within two working days.

If the parcel turns up later, simply keep it or refuse it, and tell us which.`
      }
    },
    {
      subject: "Returning the kettle K2",
      requester: "Liam O'Hara",
      text: `Hi,

I have used the kettle K2 from order LL-47912 once, and it is louder than I expected. Can I return it, what does the return cost, and how do I get a label?

Thanks,
Liam O'Hara`,
      page: {
        title: "Returning something",
        passage: `You may send back what you bought within 30 days of delivery. You don't have to give a reason.

Conditions

- You may try the product as you would in a shop. One trial with water is fine for a kettle or a coffee machine.
- Put everything back into the box: tools, lids, cables, instructions.
- The original box isn't needed as long as the product is well protected.
- What is used beyond a trial is taken back with a deduction for the loss in value.

How it works

1. Open Returns on our website and enter the order number and your e-mail address.
2. Print the label, or show the code at a pick-up point.
3. Hand the parcel in within seven days. Anybody can hand it in for you.

What it costs

A return within the EU costs €4.90, which we deduct from the refund. It's free when the product is faulty or when we sent the wrong thing.

We check a return within three working days of its arrival, and start the refund straight after that.`
      }
    },
    {
      subject: "Invoice in the name of my company",
      requester: "Aisha Rahman",
      text: `Dear team,

the invoice of order LL-46618 is in my own name, but my company has bought the lamps. Can you correct the name and add our VAT ID, and what do you need for it?

Aisha Rahman`,
      page: {
        title: "Getting or correcting an invoice",
        passage: `The invoice comes as a PDF by e-mail on the day the parcel leaves us.

Finding it again

- With an account: Orders, then the order, then Invoice.
- Without an account: write to us with the order number. We send it again within one working day.

We don't send invoices on paper.

Correcting it

Name, company, address and VAT number can be corrected within 30 days of the invoice date. Send us:
1. The order number.
2. The full name of the company and its address.
3. The VAT number, if there is one.

The corrected invoice comes by e-mail within two working days. The date and the amount stay as they were.

After 30 days

We then write a credit note and a new invoice with the date of the day. That takes five working days. For invoices of a closed year nothing can be changed after 31 January.

Another person's order can't be billed to you afterwards; the orderer has to ask for it.`
      }
    }
  ]
}
