package org.yizhan.hub.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which address leads where, and what stands before each. */
final class HubRoutes {
  private static final long BODY_BYTES_MAX = 16 * 1_024;

  private final Router router;
  private final Site site;

  private HubRoutes(Vertx vertx, Site site) {
    this.router = Router.router(vertx);
    this.site = site;
  }

  /** Answers a request for a page; runs where blocking is allowed. */
  @FunctionalInterface
  interface PageHandler {
    void handle(Visit visit);
  }

  static Router of(Vertx vertx, Site site, LiveEvents live) {
    HubRoutes routes = new HubRoutes(vertx, site);
    routes.prepare();
    routes.machines();
    routes.signing();
    routes.unsubscribing();
    routes.phones();
    routes.pages(live);
    routes.keeping();
    routes.telling();
    routes.lending();
    routes.hearing();
    routes.errors();
    return routes.router;
  }

  private void prepare() {
    router.route().handler(ctx -> SecurityHeaders.put(ctx, site.secure()));
    router.route().handler(new RequestMeter(site.parts().meters())::measure);
    router.get("/assets/*").handler(site.assets()::serve);
    router.post().handler(OwnOrigin::check);
    site.phone().mount(router);
    ShelfRoutes.mount(router, site);
    router.post("/m/at/:station").handler(ctx -> SentForm.read(ctx, site));
    router.post("/matters/:station/:number").handler(ctx -> SentForm.read(ctx, site));
    BodyHandler small = BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX);
    router
        .post()
        .handler(
            ctx -> {
              if (SentForm.isRead(ctx)) {
                ctx.next();
              } else {
                small.handle(ctx);
              }
            });
  }

  private void machines() {
    Health health = new Health(site.parts());
    router.get("/healthz").blockingHandler(health::answer, false);
    Metrics metrics = new Metrics(site);
    router.get("/metrics").blockingHandler(metrics::answer, false);
    Api.mount(router, site);
  }

  private void signing() {
    open(HttpMethod.GET, "/sign-in", SignInPages::signIn);
    open(HttpMethod.POST, "/sign-in", SignInPages::trySignIn);
    open(HttpMethod.GET, "/link/:token", SignInPages::link);
    open(HttpMethod.POST, "/link/:token", SignInPages::useLink);
    signedIn(HttpMethod.POST, "/sign-out", SignInPages::signOut);
    signedIn(HttpMethod.GET, "/account", SignInPages::account);
    signedIn(HttpMethod.POST, "/account/password", SignInPages::changePassword);
    signedIn(HttpMethod.POST, "/account/sign-out-everywhere", SignInPages::signOutEverywhere);
  }

  /** The token in the address is all that is asked: mail programs post here without a form. */
  private void unsubscribing() {
    route(HttpMethod.GET, "/unsubscribe/:token", UnsubscribePages::look);
    route(HttpMethod.POST, "/unsubscribe/:token", UnsubscribePages::leave);
  }

  private void phones() {
    PhonePages phones = new PhonePages(site);
    open(HttpMethod.GET, "/s/", phones::needy);
    open(HttpMethod.GET, "/s/:id", phones::shelf);
    open(HttpMethod.GET, "/join/:token", phones::join);
    open(HttpMethod.POST, "/join/:token", phones::useJoin);
  }

  private void pages(LiveEvents live) {
    NetworkReader reader =
        new NetworkReader(site.parts().readings(), site.parts().shelves().catalogue());
    NetworkPages network = new NetworkPages(reader, live);
    signedIn(HttpMethod.GET, "/", network::overview);
    signedIn(HttpMethod.GET, "/live", network::overviewLive);
    signedIn(HttpMethod.GET, "/stations/:id", network::station);
    signedIn(HttpMethod.GET, "/stations/:id/live", network::stationLive);
    signedIn(HttpMethod.GET, "/silent", network::silent);
    signedIn(HttpMethod.GET, "/supplies", new SuppliesPages()::supplies);
    signedIn(HttpMethod.GET, "/supplies/catalogue", CataloguePages::list);
    signedIn(HttpMethod.GET, "/supplies/catalogue/:item", CataloguePages::edit);
    signedIn(HttpMethod.POST, "/supplies/catalogue", CataloguePages::keep);
    signedIn(HttpMethod.POST, "/supplies/catalogue/epidemic", CataloguePages::declare);
    signedIn(HttpMethod.GET, "/supplies/lots", LotPages::lots);
    signedIn(HttpMethod.GET, "/supplies/lots/:item/:lot", LotPages::lot);
    signedIn(HttpMethod.POST, "/supplies/lots/:item/:lot/recall", LotPages::recall);
    signedIn(HttpMethod.POST, "/supplies/lots/:item/:lot/withdraw", LotPages::withdraw);
    signedIn(HttpMethod.GET, "/supplies/plan", new PlanPages()::plan);
    UsagePages usage = new UsagePages(reader);
    signedIn(HttpMethod.GET, "/usage", usage::usage);
    signedIn(HttpMethod.GET, "/usage.csv", usage::csv);
  }

  private void keeping() {
    KeeperPages keeper = new KeeperPages();
    open(HttpMethod.GET, "/keep", keeper::look);
    open(HttpMethod.POST, "/keep/seen", keeper::seen);
    open(HttpMethod.POST, "/keep/invite", keeper::invite);
    open(HttpMethod.GET, "/photos/:id", keeper::photo);
    DutyPages duty = new DutyPages();
    open(HttpMethod.GET, "/duty/:station", duty::look);
    open(HttpMethod.POST, "/duty/:station/groups", duty::arrange);
    open(HttpMethod.POST, "/duty/:station/member", duty::move);
    signedIn(HttpMethod.GET, "/stations/:id/labels", LabelPages::labels);
    open(HttpMethod.GET, "/stations/:station/supplies", StockedPages::look);
    open(HttpMethod.POST, "/stations/:station/supplies", StockedPages::keep);
  }

  private void telling() {
    NoticePages notices = new NoticePages(site);
    signedIn(HttpMethod.GET, "/notices", notices::list);
    signedIn(HttpMethod.POST, "/notices/handled", notices::handled);
    signedIn(HttpMethod.GET, "/notices/new", notices::kinds);
    signedIn(HttpMethod.GET, "/notices/new/:kind", notices::form);
    signedIn(HttpMethod.POST, "/notices/new/:kind", notices::add);
    signedIn(HttpMethod.GET, "/notices/channels/:name", notices::channel);
    signedIn(HttpMethod.POST, "/notices/channels/:name/test", notices::test);
    signedIn(HttpMethod.POST, "/notices/channels/:name/mute", notices::mute);
    signedIn(HttpMethod.POST, "/notices/channels/:name/remove", notices::remove);
  }

  private void lending() {
    LoanPages loans = new LoanPages(site);
    open(HttpMethod.GET, "/t/", loans::own);
    open(HttpMethod.GET, "/t/at/:id", loans::at);
    open(HttpMethod.GET, "/t/:tag", loans::thing);
    open(HttpMethod.POST, "/t/:tag/take", loans::take);
    open(HttpMethod.POST, "/t/:tag/back", loans::bringBack);
    LoanKeeping keeping = new LoanKeeping(site);
    open(HttpMethod.GET, "/loans", keeping::look);
    open(HttpMethod.POST, "/loans/things/:tag", keeping::change);
    open(HttpMethod.GET, "/loans/:id/labels", keeping::labels);
    open(HttpMethod.POST, "/loans/:id/add", keeping::add);
  }

  /** Forms with pictures say themselves what is wrong with them, so that nothing typed is lost. */
  private void hearing() {
    MatterPages matters = new MatterPages(site);
    open(HttpMethod.GET, "/m/at/:station", matters::look);
    open(HttpMethod.GET, "/m/at/:station/tell", matters::form);
    route(HttpMethod.POST, "/m/at/:station", matters::tell);
    open(HttpMethod.GET, "/m/at/:station/found", matters::found);
    open(HttpMethod.GET, "/m/at/:station/found/:photo", matters::foundPhoto);
    open(HttpMethod.GET, "/m/:id", matters::matter);
    open(HttpMethod.POST, "/m/:id/rate", matters::rate);
    open(HttpMethod.GET, "/m/:id/photos/:photo", matters::photo);
    AnswerPages answers = new AnswerPages();
    open(HttpMethod.GET, "/matters", answers::list);
    open(HttpMethod.GET, "/matters/:station", answers::station);
    open(HttpMethod.GET, "/matters/:station/:number", answers::look);
    route(HttpMethod.POST, "/matters/:station/:number", answers::answer);
    open(HttpMethod.GET, "/matters/:station/:number/photos/:photo", answers::photo);
  }

  private void errors() {
    ErrorPages errors = new ErrorPages(site);
    router
        .route()
        .method(HttpMethod.GET) // other methods get the router's own 405 where the path exists
        .method(HttpMethod.HEAD)
        .last()
        .blockingHandler(
            ctx -> {
              Visit visit = new Visit(ctx, site);
              errors.show(visit, visit.page(""), 404, visit.texts().say("error.404.text"));
            },
            false);
    router.route().failureHandler(errors::answer);
    for (int status : new int[] {400, 404, 405, 413, 500, 503}) {
      router.errorHandler(status, errors::answer);
    }
  }

  /** A page for anybody; its forms must still be ours. */
  private void open(HttpMethod method, String path, PageHandler handler) {
    route(
        method,
        path,
        visit -> {
          if (method.equals(HttpMethod.POST) && !visit.isFormOurs()) {
            throw new BadRequest("form-token", visit.texts().say("problem.form"));
          }
          handler.handle(visit);
        });
  }

  /** A page for people who are signed in; others are shown the way. */
  private void signedIn(HttpMethod method, String path, PageHandler handler) {
    open(
        method,
        path,
        visit -> {
          if (visit.who().isEmpty()) {
            refuse(visit);
          } else {
            handler.handle(visit);
          }
        });
  }

  private static void refuse(Visit visit) {
    RoutingContext ctx = visit.context();
    String accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.contains("text/event-stream")) {
      ctx.response().setStatusCode(204).end(); // tells EventSource to stop asking (HTML, 9.2.2)
    } else if (ctx.request().uri().equals("/")) {
      visit.goTo("/sign-in");
    } else {
      visit.goTo("/sign-in?next=" + URLEncoder.encode(ctx.request().uri(), StandardCharsets.UTF_8));
    }
  }

  private void route(HttpMethod method, String path, PageHandler handler) {
    var route = router.route(path).method(method);
    if (method.equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    ErrorPages errors = new ErrorPages(site);
    route.blockingHandler(
        ctx -> {
          Visit visit = new Visit(ctx, site);
          try {
            handler.handle(visit);
          } catch (BadRequest e) {
            errors.show(visit, visit.page(""), 400, e.sentence());
          } catch (NotFound e) {
            errors.show(visit, visit.page(""), 404, e.sentence());
          } catch (AskLater e) {
            ctx.response().putHeader("Retry-After", String.valueOf(e.seconds()));
            errors.show(visit, visit.page(""), e.status(), e.sentence());
          }
        },
        false);
  }
}
