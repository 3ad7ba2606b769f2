// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.login;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    private static final Classification REFUSED = Classification.of(FailureClass.UNAUTHENTICATED)
            .withCode("LOGIN_REFUSED")
            .withHeader("WWW-Authenticate", "Login realm=\"shop\"");

    private final ShopAccount account;

    LoginController(ShopAccount account) {
        this.account = account;
    }

    @PostMapping("/api/login")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void login(@RequestBody @Valid Login login) {
        if (!account.accepts(login.user(), login.password())) {
            throw new ProblemException(REFUSED, "a login was refused");
        }
    }

    record Login(
            @NotBlank @Size(max = 100) String user,
            @NotBlank @Size(max = 100) String password) {

        @Override
        public String toString() {
            return "Login";
        }
    }
}
