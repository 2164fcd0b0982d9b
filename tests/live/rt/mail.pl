# A customer's mail to an open ticket, through RT's mail gateway code: mail.pl TICKET ADDRESS TEXT
use strict; use warnings; use utf8;
use RT -init; use RT::Interface::Email; use MIME::Entity;
my ($ticket, $from, $text) = @ARGV;
my $mail = MIME::Entity->build(From => $from, To => 'support@helpdesk.test', Subject => "Re: [helpdesk.test #$ticket] later",
  'Message-Id' => '<later' . time . $$ . '@example.com>', Type => 'text/plain', Charset => 'UTF-8', Data => $text);
my ($status, $error) = RT::Interface::Email::Gateway({ message => $mail->as_string, queue => 'Support', action => 'correspond' });
die "gateway: $error\n" unless $status == 1;
