# Two classes of articles that agents may read, and a token of the agent for REST 2, which is printed.
use strict; use warnings; use utf8;
use RT -init;
my $sys = RT->SystemUser;
sub ok { my ($ok, $msg) = @_; die "$msg\n" unless $ok; $ok }
my $agents = RT::Group->new($sys); $agents->LoadUserDefinedGroup('Support agents');
my $answer = RT::CustomField->new($sys);
ok($answer->Create(Name => 'Answer', Type => 'HTML', LookupType => 'RT::Class-RT::Article', MaxValues => 1));
for (['Help pages', 'Returning a parcel', '<p>Send it back within <b>30 days</b>.</p><ol><li>Open Returns</li><li>Print the label</li></ol><script>alert(1)</script>'],
     ['How we work', 'When to escalate', '<p>Escalate to the warehouse after nine days without a scan.</p>']) {
  my ($name, $title, $html) = @$_;
  my $class = RT::Class->new($sys);
  ok($class->Create(Name => $name));
  ok($agents->PrincipalObj->GrantRight(Right => $_, Object => $class)) for qw(SeeClass ShowArticle SeeCustomField);
  ok($answer->AddToObject($class));
  my $article = RT::Article->new($sys);
  ok($article->Create(Name => $title, Class => $class->Id, 'CustomField-' . $answer->Id => $html));
}
my $agent = RT::User->new($sys); $agent->Load('agent');
my $token = RT::AuthToken->new($sys);
my ($ok, $msg, $secret) = $token->Create(Owner => $agent->Id, Description => 'import');
ok($ok, $msg);
print "$secret\n";
